package io.clientele.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServiceArchitectureTest {

  @Test
  void mistypedRootFails() {
    ServiceArchitecture nowhere = new ServiceArchitecture("io.clientele.testign");

    assertThatThrownBy(nowhere::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("classes of io.clientele.testign");
  }

  @Test
  void mistypedAdapterFails() {
    ServiceArchitecture nowhere = new ServiceArchitecture("io.clientele.testing", "rset");

    assertThatThrownBy(nowhere::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("classes of io.clientele.testing.rset..");
  }
}
