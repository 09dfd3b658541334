package io.clientele.runtime.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.RejectedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class QuarantineTest {

  private static final RecordPlace PLACE = new RecordPlace("customer-events", 2, 17);

  private final List<RejectedEvent> observed = new ArrayList<>();
  private final Quarantine quarantine = new Quarantine("test", observed::add);

  @Test
  void textIsKeptAsItCame() {
    RejectedEvent rejected = reject("{\"näme\":".getBytes(UTF_8));

    assertThat(rejected.payload()).isEqualTo("{\"näme\":");
    assertThat(rejected.payloadEncoding()).isEqualTo("utf-8");
    assertThat(rejected.place()).isEqualTo("customer-events-2@17");
  }

  @Test
  void whatIsNoTextIsKeptAsBase64() {
    RejectedEvent rejected = reject(new byte[] {(byte) 0xff, 0, 1});

    assertThat(rejected.payload()).isEqualTo("/wAB");
    assertThat(rejected.payloadEncoding()).isEqualTo("base64");
  }

  @Test
  void sameRecordIsRejectedTheSameHoweverOftenItIsRead() {
    byte[] value = "nonsense".getBytes(UTF_8);

    assertThat(reject(value)).isEqualTo(reject(value));
    assertThat(observed).hasSize(2);
  }

  @Test
  void brokenRuleIsToldByItsOwnReason() {
    RejectedEvent rejected =
        quarantine.reject(
            PLACE, new Record<>("ada", "{}".getBytes(UTF_8), 7), "too-many-links", "too many");

    assertThat(observed).containsExactly(rejected);
    assertThat(rejected.rejectedId()).isEqualTo("test:customer-events-2@17");
    assertThat(rejected.reason()).isEqualTo("too-many-links");
    assertThat(rejected.detail()).isEqualTo("too many");
    assertThat(rejected.customer()).isEqualTo("ada");
    assertThat(rejected.payload()).isEqualTo("{}");
    assertThat(rejected.rejectedAt()).isEqualTo(Instant.ofEpochMilli(7));
  }

  private RejectedEvent reject(byte[] value) {
    return quarantine.reject(PLACE, "ada", value, 0, new MalformedRecordException("broken"));
  }
}
