package io.clientele.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.ingest.LogUnavailableException;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class ProblemTextTest {

  @Test
  void logThatIsAwayIsToldInWordsThatFitCataloguesAndReplays() {
    LogUnavailableException away =
        new LogUnavailableException("away", new IllegalStateException("away"));

    Response answer = new IngestProblems().failed(new CompletionException(away));

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getEntity().toString()).doesNotContain("messageId").contains("harmless");
  }
}
