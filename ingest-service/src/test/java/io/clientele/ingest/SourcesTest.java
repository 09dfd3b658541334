package io.clientele.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SourcesTest {

  private final Sources sources = new Sources("secret");

  @Test
  void keyNamesItsSource() {
    assertThat(sources.withKey("secret")).contains("default");
    assertThat(sources.withKey("Secret")).isEmpty();
  }

  @Test
  void userOfBasicAuthenticationIsTheKey() {
    assertThat(Sources.presentedKey("Basic c2VjcmV0Og==", "other")).isEqualTo("secret");
  }

  @Test
  void queryNamesTheKeyWhereNoHeaderDoes() {
    assertThat(Sources.presentedKey(null, "secret")).isEqualTo("secret");
    assertThat(Sources.presentedKey(null, null)).isNull();
  }

  @Test
  void headerThatIsNotBasicIsAWrongKey() {
    assertThat(sources.withKey(Sources.presentedKey("Bearer secret", "secret"))).isEmpty();
    assertThat(sources.withKey(Sources.presentedKey("Basic %%%", null))).isEmpty();
  }

  @Test
  void blankKeyIsNoConfiguration() {
    assertThatThrownBy(() -> new Sources(" ")).hasMessageContaining("write key");
  }
}
