package io.clientele.profile.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerProfile;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.profile.Events;
import io.clientele.profile.Limits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year of a real shop, late by up to a week, with customers who are merged and split again. */
final class OnlineRetailReferenceTest {

  private static final Path FILE =
      Path.of("../../shared/data/online_retail_2010_2011/online_retail.csv.gz");

  private static final String COMMA_OUTSIDE_QUOTES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";
  private static final Instant TIME = Instant.parse("2011-12-17T00:00:00Z");

  private final Random random = new Random(20_111_209);

  @Test
  void everyProfileIsWhatPlainListsSay(@TempDir Path stateDir) throws IOException {
    assumeTrue(Files.exists(FILE), "skipped: the Online Retail data is not beside the checkout");
    List<CustomerEvent> arriving = arriving(events());
    List<String> ids = arriving.stream().map(CustomerEvent::customerId).distinct().toList();
    Map<String, String> links = new HashMap<>();

    try (ProfilePipeline pipeline = new ProfilePipeline(stateDir, new Limits(300, 20_000, 1_000))) {
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
    Map<String, List<String[]>> invoices = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] row = line.split(line.indexOf('"') < 0 ? "," : COMMA_OUTSIDE_QUOTES, -1);
        if (seen.add(line) && !row[6].isEmpty() && new BigDecimal(row[5]).signum() > 0) {
          invoices.computeIfAbsent(row[0] + "/" + row[6], id -> new ArrayList<>()).add(row);
        }
      }
    }
    List<CustomerEvent> events = new ArrayList<>();
    invoices.forEach(
        (id, rows) ->
            events.add(
                Events.event(
                    rows.get(0)[6],
                    "%032x".formatted(events.size() * 0x9E3779B97F4A7C15L),
                    Instant.parse(rows.get(0)[4].replace(' ', 'T') + "Z"),
                    payload(rows))));
    return events;
  }

  private static Payload payload(List<String[]> rows) {
    BigDecimal sum =
        rows.stream()
            .map(row -> new BigDecimal(row[3]).multiply(new BigDecimal(row[5])))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (rows.get(0)[0].startsWith("C")) {
      return new Payload.OrderRefunded(null, new Money(sum.negate(), Events.CURRENCY), null);
    }
    List<Product> lines =
        rows.stream()
            .map(
                row ->
                    new Product(
                        row[1],
                        row[2],
                        null,
                        null,
                        null,
                        new BigDecimal(row[5]),
                        new BigDecimal(row[3])))
            .toList();
    return new Payload.OrderCompleted(rows.get(0)[0], new Money(sum, Events.CURRENCY), null, lines);
  }
}
