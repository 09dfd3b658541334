package io.clientele.ingest.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WriteKeysTest {

  @Test
  void userOfBasicAuthenticationIsTheKey() {
    assertThat(WriteKeys.presented("Basic c2VjcmV0Og==", "other")).isEqualTo("secret");
  }

  @Test
  void queryNamesTheKeyWhereNoHeaderDoes() {
    assertThat(WriteKeys.presented(null, "secret")).isEqualTo("secret");
    assertThat(WriteKeys.presented(null, null)).isNull();
  }

  @Test
  void headerThatIsNotBasicIsAWrongKey() {
    assertThat(WriteKeys.presented("Bearer secret", "secret")).isEmpty();
    assertThat(WriteKeys.presented("Basic %%%", null)).isEmpty();
  }
}
