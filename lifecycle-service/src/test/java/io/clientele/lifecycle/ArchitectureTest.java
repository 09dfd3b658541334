package io.clientele.lifecycle;

import io.clientele.testing.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void domainIsFreeOfFrameworksAndAdaptersNeverMeet() {
    new ServiceArchitecture("io.clientele.lifecycle", "rest", "streams", "store").check();
  }
}
