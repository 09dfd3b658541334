package io.clientele.ingest.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TimedBodyTest {

  private long now;

  @Test
  void byteNowAndThenIsTooSlowInAll() throws IOException {
    TimedBody body = body(Duration.ofSeconds(4));

    assertThat(body.read(new byte[8])).isEqualTo(1);
    assertThat(body.read()).isEqualTo('b');

    assertThatThrownBy(body::read).isInstanceOf(TimedBody.TooSlowException.class);
  }

  @Test
  void onlyTheTimeOfWaitingCounts() throws IOException {
    TimedBody body = body(Duration.ofMillis(1));

    StringBuilder read = new StringBuilder();
    for (int next = body.read(); next >= 0; next = body.read()) {
      read.append((char) next);
      now += Duration.ofHours(1).toNanos();
    }

    assertThat(read).hasToString("abc");
  }

  /** Of three bytes, which come one at a time. */
  private TimedBody body(Duration each) {
    return new TimedBody(
        new Dripping(() -> now += each.toNanos()), Duration.ofSeconds(10), () -> now);
  }

  private static final class Dripping extends InputStream {

    private final InputStream bytes = new ByteArrayInputStream("abc".getBytes(UTF_8));
    private final Runnable waiting;

    Dripping(Runnable waiting) {
      this.waiting = waiting;
    }

    @Override
    public int read() throws IOException {
      waiting.run();
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      waiting.run();
      return bytes.read(into, offset, Math.min(1, length));
    }
  }
}
