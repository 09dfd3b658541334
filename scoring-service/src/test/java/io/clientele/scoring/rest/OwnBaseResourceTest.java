package io.clientele.scoring.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnBaseResourceTest {

  @Test
  void peersAreAskedForTheSameMoment() {
    assertThat(OwnBaseResource.pathFor(Optional.empty())).isEqualTo("/internal/rfm-base");
    assertThat(OwnBaseResource.pathFor(Optional.of(Instant.parse("2026-03-01T12:00:00Z"))))
        .isEqualTo("/internal/rfm-base?at=2026-03-01T12%3A00%3A00Z");
    assertThat(OwnBaseResource.pathFor(Optional.of(Instant.parse("+12026-03-01T12:00:00Z"))))
        .contains("at=%2B12026");
  }
}
