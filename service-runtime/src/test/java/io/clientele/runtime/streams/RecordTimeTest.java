package io.clientele.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

final class RecordTimeTest {

  @Test
  void recordIsAsOldAsItSays() {
    assertThat(timeOf(1_000, 5_000)).isEqualTo(1_000);
  }

  @Test
  void recordWithoutTimeIsAsOldAsTheNewestBeforeIt() {
    assertThat(timeOf(ConsumerRecord.NO_TIMESTAMP, 5_000)).isEqualTo(5_000);
  }

  @Test
  void firstRecordWithoutTimeIsOfTheFirstTime() {
    assertThat(timeOf(ConsumerRecord.NO_TIMESTAMP, -1)).isZero();
  }

  private static long timeOf(long timestamp, long partitionTime) {
    return new RecordTime()
        .extract(
            new ConsumerRecord<>(
                "topic",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                1,
                1,
                "key",
                "value",
                new RecordHeaders(),
                Optional.empty()),
            partitionTime);
  }
}
