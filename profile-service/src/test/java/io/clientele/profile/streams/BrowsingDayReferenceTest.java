package io.clientele.profile.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerIds;
import io.clientele.contract.CustomerProfile;
import io.clientele.profile.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins, merges and splits amid a day's visits, of which many are told late. */
final class BrowsingDayReferenceTest {

  private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant TIME = DAY.plus(Duration.ofDays(8));
  private static final int SHOPPERS = 300;

  private final Random random = new Random(42);
  private final Map<String, String> links = new HashMap<>();

  @Test
  void everyProfileIsWhatPlainListsSay(@TempDir Path stateDir) {
    List<CustomerEvent> arriving = arriving();
    List<Runnable> news = new ArrayList<>();

    try (ProfilePipeline pipeline = new ProfilePipeline(stateDir, new Limits(300, 20_000, 1_000))) {
      arriving.forEach(event -> news.add(() -> pipeline.send(event, event.receivedAt())));
      arriving.stream()
          .filter(event -> !CustomerIds.isAnonymous(event.customerId()))
          .forEach(
              event -> links.put(CustomerIds.ofDevice(event.anonymousId()), event.customerId()));
      List<Runnable> logins = new ArrayList<>();
      links.forEach((device, shopper) -> logins.add(() -> pipeline.merge(device, shopper)));
      for (Runnable login : logins) {
        news.add(random.nextInt(news.size()), login);
      }
      for (Runnable each : news) {
        each.run();
        if (random.nextInt(50) == 0) {
          mergeOrSplit(pipeline);
        }
      }

      Map<String, List<CustomerEvent>> byCustomer =
          arriving.stream().collect(Collectors.groupingBy(event -> owner(event.customerId())));
      assertThat(byCustomer).hasSizeBetween(SHOPPERS / 2, 3 * SHOPPERS);
      byCustomer.forEach(
          (id, events) ->
              new Reference(events)
                  .assertAgrees((CustomerProfile) pipeline.profileAt(id, TIME), TIME));
      assertThat(pipeline.rejected.isEmpty()).isTrue();
    }
  }

  private String owner(String customerId) {
    String first = links.getOrDefault(customerId, customerId);
    return links.getOrDefault(first, first);
  }

  /** Merges a shopper of the first half into one of the second, or takes such a merge back. */
  private void mergeOrSplit(ProfilePipeline pipeline) {
    String from = "shopper-" + random.nextInt(SHOPPERS / 2);
    if (links.remove(from) != null) {
      pipeline.split(from);
    } else {
      String to = "shopper-" + (SHOPPERS / 2 + random.nextInt(SHOPPERS / 2));
      links.put(from, to);
      pipeline.merge(from, to);
    }
  }

  private List<CustomerEvent> arriving() {
    BrowsingDay day = new BrowsingDay(random, DAY);
    List<CustomerEvent> events = new ArrayList<>();
    for (int shopper = 0; shopper < SHOPPERS; shopper++) {
      for (int device = 0; device <= random.nextInt(2); device++) {
        events.addAll(day.visits("shopper-" + shopper, "device-" + shopper + "-" + device));
      }
    }
    Collections.shuffle(events, random);
    return events.stream()
        .map(e -> e.received(e.occurredAt().plus(Duration.ofMinutes(random.nextInt(6 * 24 * 60)))))
        .sorted(Comparator.comparing(CustomerEvent::receivedAt))
        .toList();
  }
}
