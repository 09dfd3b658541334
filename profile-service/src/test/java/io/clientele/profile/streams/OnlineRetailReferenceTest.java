package io.clientele.profile.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerProfile;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.profile.Events;
import io.clientele.profile.Limits;
import io.clientele.testing.OnlineRetail;
import io.clientele.testing.OnlineRetail.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year of a real shop, late by up to a week, with customers who are merged and split again. */
final class OnlineRetailReferenceTest {

  private static final Instant TIME = Instant.parse("2011-12-17T00:00:00Z");

  private final Random random = new Random(20_111_209);

  @Test
  void everyProfileIsWhatPlainListsSay(@TempDir Path stateDir) throws IOException {
    List<CustomerEvent> arriving = arriving(events());
    List<String> ids = arriving.stream().map(CustomerEvent::customerId).distinct().toList();
    Map<String, String> links = new HashMap<>();

    // Compared is what the stores hold, so no profile need be published on the way.
    try (ProfilePipeline pipeline =
        new ProfilePipeline(stateDir, new Limits(300, 20_000, 1_000), Duration.ofMinutes(1))) {
      for (CustomerEvent event : arriving) {
        pipeline.send(event, event.receivedAt());
        if (random.nextInt(100) == 0) {
          link(pipeline, links, ids);
        }
      }

      Map<String, List<CustomerEvent>> byCustomer =
          arriving.stream()
              .collect(
                  Collectors.groupingBy(
                      event -> links.getOrDefault(event.customerId(), event.customerId())));
      assertThat(links).hasSizeGreaterThan(100);
      assertThat(ids).hasSize(4_371);
      byCustomer.forEach(
          (id, events) ->
              new Reference(events)
                  .assertAgrees((CustomerProfile) pipeline.profileAt(id, TIME), TIME));
      assertThat(pipeline.rejected.isEmpty()).isTrue();
    }
  }

  /** Merges one of two halves of the customers into the other, or takes such a merge back. */
  private void link(ProfilePipeline pipeline, Map<String, String> links, List<String> ids) {
    int half = ids.size() / 2;
    String from = ids.get(random.nextInt(half));
    if (links.remove(from) != null) {
      pipeline.split(from);
    } else {
      String to = ids.get(half + random.nextInt(half));
      links.put(from, to);
      pipeline.merge(from, to);
    }
  }

  private List<CustomerEvent> arriving(List<CustomerEvent> events) {
    return events.stream()
        .map(e -> e.received(e.occurredAt().plus(Duration.ofMinutes(random.nextInt(7 * 24 * 60)))))
        .sorted(Comparator.comparing(CustomerEvent::receivedAt))
        .toList();
  }

  /** An event an invoice and customer; what is given back names no order in this file. */
  private static List<CustomerEvent> events() throws IOException {
    Map<String, List<Row>> invoices = new TreeMap<>();
    OnlineRetail.forEachRow(
        row ->
            invoices
                .computeIfAbsent(row.invoice() + "/" + row.customer(), id -> new ArrayList<>())
                .add(row));
    List<CustomerEvent> events = new ArrayList<>();
    invoices.forEach((id, rows) -> events.add(event(events.size(), rows)));
    return events;
  }

  private static CustomerEvent event(int number, List<Row> rows) {
    Row first = rows.get(0);
    return Events.event(first.customer(), Events.id(number), first.at(), payload(rows));
  }

  private static Payload payload(List<Row> rows) {
    Row first = rows.get(0);
    BigDecimal sum = rows.stream().map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (first.isReturn()) {
      return new Payload.OrderRefunded(null, new Money(sum.negate(), Events.CURRENCY), null);
    }
    List<Product> lines = rows.stream().map(OnlineRetailReferenceTest::product).toList();
    return new Payload.OrderCompleted(
        first.invoice(), new Money(sum, Events.CURRENCY), null, lines);
  }

  private static Product product(Row row) {
    return new Product(
        row.product(), row.description(), null, null, null, row.unitPrice(), row.quantity());
  }
}
