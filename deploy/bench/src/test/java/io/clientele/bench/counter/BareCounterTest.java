package io.clientele.bench.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

final class BareCounterTest {

  @Test
  void counterHasTheSettingsThatTheServicesShare() {
    Properties settings =
        BareCounter.ServiceSettings.ofStreams(BareCounterTest.class.getClassLoader());

    assertThat(settings)
        .containsEntry("processing.guarantee", "exactly_once_v2")
        .containsEntry("statestore.cache.max.bytes", "0")
        .containsEntry("rocksdb.config.setter", "io.clientele.runtime.streams.BoundedRocksDb")
        .containsKey("commit.interval.ms")
        .doesNotContainKey("state.dir");
  }

  @Test
  void itReadsOneTopicAndWritesNone() {
    String described = BareCounter.topology().describe().toString();

    assertThat(described)
        .contains("topics: [bare-customer-events]", "stores: [counts]")
        .doesNotContain("Sink");
  }
}
