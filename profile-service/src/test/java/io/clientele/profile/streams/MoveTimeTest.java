package io.clientele.profile.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.PurchaseHistory;
import io.clientele.profile.Events;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MoveTimeTest {

  private static final Instant NOON = Events.NOON;
  private static final Instant SENT = NOON.plus(Duration.ofHours(1));

  private final RecordHeaders headers = new RecordHeaders();

  @Test
  void moveIsAsOldAsItsCause() {
    MoveTime.stamp(headers, NOON.toEpochMilli());

    assertThat(timeOfAMove()).isEqualTo(NOON);
  }

  @Test
  void moveOfAnEarlierVersionIsAsOldAsItself() {
    assertThat(timeOfAMove()).isEqualTo(SENT);
  }

  @Test
  void headerThatSaysNoTimeIsNone() {
    headers.add("clientele-caused-at", null);
    assertThat(timeOfAMove()).isEqualTo(SENT);

    headers.add("clientele-caused-at", new byte[] {1});
    assertThat(timeOfAMove()).isEqualTo(SENT);
  }

  @Test
  void timeBeforeAllTimesIsTheFirst() {
    MoveTime.stamp(headers, -1);

    assertThat(timeOfAMove()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void mergeCaughtUpWithIsToldAsOfItsOwnTime(@TempDir Path stateDir) {
    try (ProfilePipeline pipeline = new ProfilePipeline(stateDir)) {
      pipeline.rest(Duration.ofHours(1));
      pipeline.send("anonymous:phone", 0, Events.order("o-1", "10"));
      pipeline.merge("anonymous:phone", "ada@shop");
      pipeline.merge("ada@shop", "ada");

      assertThat(pipeline.profileOf("ada").asOf()).isEqualTo(NOON);
      assertThat(pipeline.histories.readKeyValuesToMap().get("ada"))
          .isInstanceOfSatisfying(
              PurchaseHistory.class, history -> assertThat(history.cause().at()).isEqualTo(NOON));
    }
  }

  private Instant timeOfAMove() {
    ConsumerRecord<Object, Object> move =
        new ConsumerRecord<>(
            ProfileTopology.PART_MOVES.name(),
            0,
            0,
            SENT.toEpochMilli(),
            TimestampType.CREATE_TIME,
            0,
            0,
            "ada",
            new byte[0],
            headers,
            Optional.empty());
    return Instant.ofEpochMilli(new MoveTime().extract(move, 0));
  }
}
