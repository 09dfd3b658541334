package io.clientele.recommendation;

import io.clientele.testing.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void domainKnowsNoFrameworkAndAdaptersNeverMeet() {
    new ServiceArchitecture(
            "io.clientele.recommendation", "exposures", "lightgbm", "log", "models", "rest")
        .check();
  }
}
