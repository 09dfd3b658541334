package io.clientele.local.load;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clientele.contract.Json;
import io.clientele.local.platform.PlatformException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SenderTest {

  @Test
  void deadLaneIsNoticedWithTheNextCallNotWhenItsQueueIsFull() throws Exception {
    try (FakeIngest ingest = new FakeIngest();
        Sender sender = new Sender(ingest.client("wrong"), new Outcome())) {
      Call call = new Call("ada", Json.mapper().createObjectNode(), null);
      sender.send(call, null);

      await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> sender.send(call, null))
                      .isInstanceOf(PlatformException.class)
                      .hasMessageContaining("write key"));
    }
  }
}
