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
  void addressesAreFoundUnderEveryNameInArraysAndBehindEscapes() {
    assertThat(
            KeptText.ofJson(
                """
                {"context.ip":"203.0.113.77","last_login_ip":"203.0.113.77","zip":"203.0.113.77",
                 "remoteIp":["203.0.113.77", "198.51.100.7"],"\\u0069p":"203.0.113.77"}"""))
        .isEqualTo(
            """
            {"context.ip":"203.0.113.0","last_login_ip":"203.0.113.0","zip":"203.0.113.77",
             "remoteIp":["203.0.113.0", "198.51.100.0"],"\\u0069p":"203.0.113.0"}""");
  }

  @Test
  void keyIsTakenOutWhateverSignsAreInIt() {
    assertThat(KeptText.ofJson("{\"write\\u004bey\":\"a\\\"b\",\"n\":1}"))
        .isEqualTo("{\"write\\u004bey\":\"[write key]\",\"n\":1}");
  }

  @Test
  void nothingIsKeptOfAFieldThatIsCutOff() {
    assertThat(KeptText.ofJson("{\"writeKey\":\"secr")).isEqualTo("{\"writeKey\":\"[write key]");
    assertThat(KeptText.ofJson("{\"ip\":[\"203.0.113.77\",\"203"))
        .isEqualTo("{\"ip\":[\"203.0.113.0\",\"[address]");
    assertThat(KeptText.ofJson("{\"ip")).isEqualTo("{\"ip");
  }

  @Test
  void addressIsFoundBehindAQuoteTooMany() {
    assertThat(KeptText.ofOther("{\"a\":\"b\"\",\"ip\":\"203.0.113.77\"}", "key"))
        .isEqualTo("{\"a\":\"b\"\",\"ip\":\"203.0.113.0\"}");
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
