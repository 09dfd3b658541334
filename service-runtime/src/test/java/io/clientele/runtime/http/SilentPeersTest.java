package io.clientele.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilentPeersTest {

  private static final Peers.Peer FROZEN = new Peers.Peer("frozen", 1);
  private static final Peers.Peer OTHER = new Peers.Peer("other", 1);

  private long now = Long.MAX_VALUE; // a clock that is about to overflow, as nanoTime may
  private final SilentPeers silent = new SilentPeers(() -> now);

  @Test
  void everybodyIsAskedUntilSomebodyIsSilent() {
    silent.timedOut(FROZEN);

    assertThat(silent.mayAsk(OTHER)).isTrue();
    assertThat(silent.mayAsk(FROZEN)).isFalse();
  }

  @Test
  void silentPeerIsAskedByOneRequestASecond() {
    silent.timedOut(FROZEN);
    pass(Duration.ofMillis(1_001));

    assertThat(silent.mayAsk(FROZEN)).isTrue();
    assertThat(silent.mayAsk(FROZEN)).isFalse();
    pass(Duration.ofMillis(1_001));
    assertThat(silent.mayAsk(FROZEN)).isTrue();
  }

  @Test
  void peerThatSpeaksAgainIsAskedByEverybody() {
    silent.timedOut(FROZEN);

    silent.spoke(FROZEN);

    assertThat(silent.mayAsk(FROZEN)).isTrue();
    assertThat(silent.mayAsk(FROZEN)).isTrue();
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
