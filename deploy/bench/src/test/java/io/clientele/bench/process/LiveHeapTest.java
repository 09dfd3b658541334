package io.clientele.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class LiveHeapTest {

  @Test
  void heapIsFoundBesideMetaspace() {
    String said =
        """
        4711:
         garbage-first heap   total 514048K, used 89601K [0x0000000080000000, 0x0000000100000000)
          region size 1024K, 66 young (67584K), 2 survivors (2048K)
         Metaspace       used 61234K, committed 62144K, reserved 1114112K
        """;

    assertThat(LiveHeap.used(said)).isEqualTo(89_601L << 10);
  }

  @Test
  void anotherCollectorIsAnError() {
    assertThatThrownBy(() -> LiveHeap.used(" def new generation   total 9K, used 1K"))
        .isInstanceOf(IllegalStateException.class);
  }
}
