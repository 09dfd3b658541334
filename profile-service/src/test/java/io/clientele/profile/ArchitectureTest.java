package io.clientele.profile;

import io.clientele.testing.ServiceArchitecture;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

  @Test
  void domainIsFreeOfFrameworkAndAdaptersNeverSeeEachOther() {
    // Families say how they are packed, and fold.StateFormat how every state is written.
    new ServiceArchitecture("io.clientele.profile", "rest", "streams")
        .domainMayUse("com.fasterxml.jackson..")
        .check();
  }
}
