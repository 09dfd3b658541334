package io.clientele.bench.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class NewestRecordsTest {

  @Test
  void laterRecordOfAKeyReplacesTheEarlierAndATombstoneTakesItAway() {
    NewestRecords.Newest newest = new NewestRecords.Newest();

    newest.add(new byte[] {1}, new byte[50]);
    newest.add(new byte[] {2}, new byte[7]);
    newest.add(new byte[] {3}, new byte[9]);
    newest.add(new byte[] {1}, new byte[5]);
    newest.add(new byte[] {3}, null);

    assertThat(newest.bytes())
        .hasSize(2)
        .containsEntry(ByteBuffer.wrap(new byte[] {1}), 6)
        .containsEntry(ByteBuffer.wrap(new byte[] {2}), 8);
  }
}
