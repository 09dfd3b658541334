package io.clientele.recommendation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentitiesTest {

  private final Identities identities = new Identities();

  @Test
  void idsThatLeadToOneAreOneCustomer() {
    identities.link("anonymous:phone", "ada");
    identities.link("ada", "ada-lovelace");

    assertThat(identities.of("anonymous:phone").canonicalId()).isEqualTo("ada-lovelace");
    assertThat(identities.of("ada-lovelace").keys()).hasSize(3);
  }

  @Test
  void idThatIsForgottenStandsForItself() {
    identities.link("anonymous:phone", "ada");

    identities.forget("anonymous:phone");

    assertThat(identities.of("anonymous:phone").canonicalId()).isEqualTo("anonymous:phone");
    assertThat(identities.knows("ada")).isFalse();
    assertThat(identities.bytes()).isZero();
  }

  @Test
  void toAnIdThatTooManyLeadToNoOtherDoes() {
    for (int device = 0; device < Identities.MOST_LED; device++) {
      assertThat(identities.link("anonymous:" + device, "ada")).isTrue();
    }

    assertThat(identities.link("anonymous:one-more", "ada")).isFalse();

    assertThat(identities.of("anonymous:one-more").canonicalId()).isEqualTo("anonymous:one-more");
    assertThat(identities.of("ada").keys()).hasSize(Identities.MOST_LED + 1);
  }
}
