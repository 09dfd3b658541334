package io.clientele.ingest.streams;

import io.clientele.ingest.identity.Component;
import io.clientele.ingest.identity.LinkLimit;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.testing.GoldenFile;
import org.junit.jupiter.api.Test;

final class TopologyTest {

  @Test
  void topologyIsTheOneThatWasDecided() {
    GoldenFile.named("topology.txt")
        .assertEquals(
            IngestTopology.of(
                    new Quarantine("ingest-service", rejected -> {}),
                    new LinkLimit(Component.MOST_LINKS))
                .describe()
                .toString());
  }
}
