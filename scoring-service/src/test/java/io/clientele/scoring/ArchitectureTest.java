package io.clientele.scoring;

import io.clientele.testing.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void domainKnowsNoFrameworkAndAdaptersNotEachOther() {
    new ServiceArchitecture("io.clientele.scoring", "rest", "streams").check();
  }
}
