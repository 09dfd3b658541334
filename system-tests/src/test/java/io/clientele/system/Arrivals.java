package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What came in under an identity, and that nothing more comes. */
final class Arrivals {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String LAST = "the-last-thing-looked-at";

  private final Shop shop;
  private final TopicReader topics;

  Arrivals(FrontDoor front) {
    shop = new Shop(front);
    topics = new TopicReader(front.kafka());
  }

  /**
   * Waits for so many events of an identity. Then one more is sent, with the device of the first:
   * whatever stood before it in the same partition has come through when it has.
   */
  List<CustomerEvent> of(String identity, int count) {
    List<CustomerEvent> first =
        await()
            .atMost(PATIENCE)
            .until(() -> topics.customerEvents(identity::equals), seen -> seen.size() >= count);
    Map<String, Object> last = Events.view(identity, LAST, "s-" + identity, "last-" + identity);
    if (first.get(0).anonymousId() != null) {
      last.put("anonymousId", first.get(0).anonymousId());
    }
    shop.postUntilTaken(List.of(last));
    List<CustomerEvent> events =
        await()
            .atMost(PATIENCE)
            .until(
                () -> topics.customerEvents(identity::equals),
                seen -> seen.stream().anyMatch(Arrivals::isLast));
    assertThat(events).hasSize(count + 1);
    assertThat(events.stream().map(CustomerEvent::eventId)).doesNotHaveDuplicates();
    return events.stream().filter(event -> !isLast(event)).toList();
  }

  private static boolean isLast(CustomerEvent event) {
    return event.payload() instanceof Payload.ProductViewed viewed
        && viewed.product().id().equals(LAST);
  }
}
