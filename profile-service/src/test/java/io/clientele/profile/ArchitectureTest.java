package io.clientele.profile;

import io.clientele.testing.ServiceArchitecture;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

  @Test
  void domainIsFreeOfFrameworkAndAdaptersNeverSeeEachOther() {
    new ServiceArchitecture("io.clientele.profile", "rest", "streams").check();
  }
}
