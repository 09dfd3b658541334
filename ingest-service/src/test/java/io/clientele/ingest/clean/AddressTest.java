package io.clientele.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.77, 203.0.113.0",
    "' 203.0.113.77 ', 203.0.113.0",
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.0",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1::",
    "2001:0DB8:0001:0002::1, 2001:db8:1::",
    "2001:db8::1, 2001:db8::",
    "2001:0:1::, 2001:0:1::",
    "0:0:1:1:1:1:1:1, 0:0:1::",
    "::, ::",
    "::1, ::",
    "1::, 1::",
    "1:2:3:4:5:6:7::, 1:2:3::",
    "::2:3:4:5:6:7:8, 0:2:3::",
    "fe80::1%eth0, fe80::",
    "::ffff:203.0.113.77, 203.0.113.0",
    "::FFFF:cb00:714d, 203.0.113.0",
    "0:0:0:0:0:ffff:203.0.113.77, 203.0.113.0",
    "64:ff9b::203.0.113.77, 64:ff9b::",
    "1:2:3:4:5:6:203.0.113.77, 1:2:3::",
  })
  void networkIsKeptAndHouseholdIsNot(String ip, String network) {
    assertThat(Address.truncated(ip)).contains(network);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "...",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.",
        "256.1.1.1",
        "1.2.3.04",
        "1.2.3.-4",
        "1.2.3.4:80",
        "0x7f.0.0.1",
        "2130706433",
        "localhost",
        "example.com",
        "face.b00c",
        ":",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "1::2::3",
        "12345::",
        "g::",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::1.2.3",
        "::1.2.3.4:5",
        "1.2.3.4::",
        "[::1]",
        "[::1]:80",
        "::1/64",
        "1.2.3.4, 5.6.7.8",
        "١.٢.٣.٤",
        "１.2.3.4",
        "::ａ"
      })
  void whatIsNoLiteralAddressHasNone(String ip) {
    assertThat(Address.truncated(ip)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ip",
        "IP",
        "ipAddress",
        "ip_override",
        "ipv4",
        "clientip",
        "clientIP",
        "last_login_ip",
        "signUpIp",
        "user-ip-address",
        "X-Forwarded-For",
        "remoteAddr",
        "context.ip"
      })
  void fieldOfAnAddressIsKnownByItsName(String name) {
    assertThat(Address.isField(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "zip", "ZIP", "ship", "membership", "address", "description", "ip.name", "i"})
  void fieldOfAnythingElseIsNone(String name) {
    assertThat(Address.isField(name)).isFalse();
  }

  @Property
  void networkIsThatOfTheSameAddressWithoutItsLastBits(@ForAll @Size(16) byte[] bytes)
      throws UnknownHostException {
    InetAddress whole = InetAddress.getByAddress(bytes);
    byte[] kept = Arrays.copyOf(Arrays.copyOf(bytes, 6), 16);
    String network = Address.truncated(whole.getHostAddress()).orElseThrow();
    assertThat(InetAddress.getByName(network)).isEqualTo(InetAddress.getByAddress(kept));
  }

  @Property
  void networkIsItsOwn(@ForAll("texts") String text) {
    Address.truncated(text)
        .ifPresent(network -> assertThat(Address.truncated(network)).contains(network));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        NaughtyTexts.any(), Arbitraries.strings().withChars("0123456789af:.%").ofMaxLength(45));
  }
}
