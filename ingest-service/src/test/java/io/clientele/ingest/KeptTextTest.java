package io.clientele.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void addressesOfAnArrayAreTruncatedWhateverStandsBetweenThem() {
    assertThat(
            KeptText.ofJson(
                """
                {"ip":["203.0.113.77",5,null,"198.51.100.7",["198.51.100.8"],{"v":"198.51.100.9"}],
                 "zip":"198.51.100.7"}"""))
        .isEqualTo(
            """
            {"ip":["203.0.113.0",5,null,"198.51.100.0",["198.51.100.0"],{"v":"198.51.100.0"}],
             "zip":"198.51.100.7"}""");
  }

  @Test
  void addressesAndKeyAreTakenOutOfDataInBase64() {
    String data = "{\"context\":{\"ip\":\"203.0.113.77\"},\"writeKey\":\"key-1\"}";

    String kept = KeptText.ofJson("{\"id\":\"1\",\"data_base64\":\"" + encoded(data) + "\"}");

    String clean = "{\"context\":{\"ip\":\"203.0.113.0\"},\"writeKey\":\"[write key]\"}";
    assertThat(kept).isEqualTo("{\"id\":\"1\",\"data_base64\":\"" + encoded(clean) + "\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "ew==", "e", "e30", "\\u0022", "4pi6_-8", "gICA"})
  void dataInBase64ThatHidesNothingStaysAsItIs(String data) {
    String event = "{\"data_base64\":\"" + data + "\"}";

    assertThat(KeptText.ofJson(event)).isEqualTo(event);
  }

  @Test
  void dataInBase64IsCleanedHoweverItsLinesAreBroken() {
    String data = encoded("[{\"ip\":\"203.0.113.77\"}]").replace("=", "");
    String broken = data.substring(0, 6) + "\\r\\n" + data.substring(6);

    assertThat(KeptText.ofJson("{\"data_base64\":\"" + broken + "\"}"))
        .isEqualTo("{\"data_base64\":\"" + encoded("[{\"ip\":\"203.0.113.0\"}]") + "\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "ip=203.0.113.7&writeKey=a%2Fb&zip=1, ip=203.0.113.0&writeKey=[write key]&zip=1",
    "a=1&context%5Bip%5D=203.0.113.7, a=1&context%5Bip%5D=203.0.113.0",
    "ip[]=203.0.113.7&ip[1]=2001%3Adb8%3A1%3A%3A7, ip[]=203.0.113.0&ip[1]=2001:db8:1::",
    "clientIp=203.0.113.7%2C198.51.100.7, clientIp=[address]",
    "<ip v=1 user-ip=203.0.113.7 />, <ip v=1 user-ip=203.0.113.0 />"
  })
  void addressesAndKeysAreTakenOutOfFormsAndWhatLooksLikeThem(String sent, String kept) {
    assertThat(KeptText.ofOther(sent, "another")).isEqualTo(kept);
    assertThat(KeptText.ofJson(sent)).isEqualTo(kept);
    assertThat(KeptText.ofOther(kept, "another")).isEqualTo(kept);
  }

  @Test
  void keyInAnotherFieldOfJsonIsLeftAsItMayBeAnyWord() {
    assertThat(KeptText.ofJson("{\"name\":\"demo\",\"writeKey\":\"demo\"}"))
        .isEqualTo("{\"name\":\"demo\",\"writeKey\":\"[write key]\"}");
  }

  @Test
  void nothingStaysNothing() {
    assertThat(KeptText.ofJson(null)).isNull();
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
