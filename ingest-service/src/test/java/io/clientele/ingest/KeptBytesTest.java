package io.clientele.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeptBytesTest {

  private static final String BODY = "{\"ip\":\"203.0.113.77\",\"writeKey\":\"a\",\"n\":\"key-1\"}";
  private static final String CLEAN =
      "{\"ip\":\"203.0.113.0\",\"writeKey\":\"[write key]\",\"n\":\"*****\"}";

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void textIsCleanedHoweverWideItIsWritten(String form) {
    Charset charset = Charset.forName(form);

    assertThat(new String(kept(BODY.getBytes(charset)), charset)).isEqualTo(CLEAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void onlyLengthAndHashAreKeptWhereHalfACharacterKeepsItFromBeingCleaned(String form) {
    byte[] torn = (BODY + "..").getBytes(Charset.forName(form));
    torn[torn.length - 4] = (byte) 0xd8;
    torn[torn.length - 3] = (byte) 0xd8;

    assertThat(new String(kept(torn), ISO_8859_1)).isEqualTo(KeptBytes.description(torn));
  }

  @Test
  void onlyLengthAndHashAreKeptOfAnOrderOfBytesThatNobodyReads() {
    byte[] bytes = BODY.getBytes(Charset.forName("UTF-32BE"));
    for (int at = 0; at < bytes.length; at += 4) {
      bytes[at + 2] = bytes[at + 3];
      bytes[at + 3] = 0;
    }

    assertThat(new String(kept(bytes), ISO_8859_1)).isEqualTo(KeptBytes.description(bytes));
  }

  @Test
  void bytesThatHideNothingStayAsTheyAre() {
    byte[] image = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    assertThat(kept(image)).isEqualTo(image);
  }

  private static byte[] kept(byte[] bytes) {
    return Base64.getDecoder().decode(KeptBytes.base64(bytes, "key-1"));
  }
}
