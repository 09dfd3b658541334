package io.clientele.ingest.identity;

import static io.clientele.ingest.identity.LinkWorld.link;
import static io.clientele.ingest.identity.LinkWorld.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contract.CustomerMerge;
import io.clientele.contract.RecordFormat;
import io.clientele.ingest.CustomerReference;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How large a customer may become, and that its records still fit. */
final class LinkLimitTest {

  private static final LinkLimit LIMIT = new LinkLimit(4);

  private final LinkWorld world = new LinkWorld(LIMIT);

  @Test
  void componentTakesNoMoreLinksThanItMayHave() {
    fill(world, "hub", LIMIT.links());

    assertThat(world.attempt(link("hub", "one-more"))).isEmpty();

    assertThat(world.apply(link("hub", "hub1")).merges()).isEmpty();
    world.apply(removal("hub", "hub1"));
    world.apply(link("hub", "one-more"));
    assertThat(world.canonical("one-more")).isEqualTo("hub");
  }

  @Test
  void componentsThatWouldBeTooLargeTogetherStayTwo() {
    fill(world, "a", LIMIT.links() / 2);
    fill(world, "b", LIMIT.links() / 2);

    assertThat(world.attempt(link("a1", "b1"))).isEmpty();

    assertThat(world.canonical("b1")).isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 301})
  void limitIsNotNothingAndNotAboveWhatARecordHolds(int links) {
    assertThatThrownBy(() -> new LinkLimit(links))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clientele.most-links");
  }

  @Test
  void limitThatIsLoweredLeavesWhatIsLinked() {
    fill(world, "hub", LIMIT.links());
    LinkLimit lower = new LinkLimit(2);

    assertThat(Connection.of(link("hub", "new"), 9, world.at("hub"), lower)).isEmpty();
    assertThat(Connection.of(removal("hub", "hub1"), 9, world.at("hub"), lower)).isPresent();
    assertThat(world.canonical("hub4")).isEqualTo("hub");
  }

  /** What brokers take unless told otherwise. */
  @Test
  void largestComponentAndItsMergesFitIntoRecords() {
    String padding = "€".repeat(CustomerReference.MAX_LENGTH - 10);
    Component largest =
        new Component(
            IntStream.range(0, Component.MOST_LINKS)
                .mapToObj(
                    at ->
                        new Link(
                            LinkIds.ofKnown("hub", "u" + at),
                            "hub" + padding,
                            "u" + at + padding,
                            "merge",
                            "s".repeat(64),
                            Instant.parse("2026-03-01T12:00:00.123456789Z"),
                            Long.MAX_VALUE - at))
                .toList());

    assertThat(RecordFormat.of(Component.class).write(largest)).hasSizeLessThan(1024 * 1024);
    assertThat(largest.merges().get("hub" + padding).links()).hasSize(Component.MOST_LINKS);
    assertThat(largest.merges().values())
        .allSatisfy(
            merge ->
                assertThat(RecordFormat.of(CustomerMerge.class).write(merge))
                    .hasSizeLessThan(1024 * 1024));
  }

  private static void fill(LinkWorld world, String hub, int links) {
    for (int each = 1; each <= links; each++) {
      world.apply(link(hub, hub + each));
    }
  }
}
