package io.clientele.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class KeptTextTest {

  @Test
  void addressesAreTruncatedAndKeysHiddenWhereTheyAreFields() {
    assertThat(
            KeptText.ofJson(
                """
                {"context": {"ip" : "203.0.113.77"}, "ip_override":"2001:db8:1:2::3",
                 "writeKey":"secret", "text":"my \\"ip\\":\\"203.0.113.77\\" and secret"}"""))
        .isEqualTo(
            """
            {"context": {"ip" : "203.0.113.0"}, "ip_override":"2001:db8:1::",
             "writeKey":"[write key]", "text":"my \\"ip\\":\\"203.0.113.77\\" and secret"}""");
  }

  @Test
  void whatIsNoAddressInAnAddressFieldIsNotKept() {
    assertThat(KeptText.ofJson("{\"ip\":\"203.0.113.77:80\"}")).isEqualTo("{\"ip\":\"[address]\"}");
  }

  @Test
  void keyIsTakenOutOfBrokenTextWhereverItStands() {
    assertThat(KeptText.ofOther("{\"writeKey\":\"se/cret\" se\\/cret", "se/cret"))
        .isEqualTo("{\"writeKey\":\"[write key]\" [write key]");
  }

  @Test
  void nothingStaysNothing() {
    assertThat(KeptText.ofJson(null)).isNull();
  }
}
