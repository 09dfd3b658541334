package io.clientele.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class Utf8Test {

  @Property
  void saysTheSameAsJavasOwnDecoder(@ForAll("bytes") byte[] bytes) {
    assertThat(Utf8.firstFault(bytes) < 0).isEqualTo(isDecoded(bytes));
  }

  /** Often leads, tails and the bounds between them. */
  @Provide
  Arbitrary<byte[]> bytes() {
    return Arbitraries.of(
            0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED,
            0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF)
        .map(Integer::byteValue)
        .array(byte[].class)
        .ofMaxSize(20);
  }

  @Test
  void placeOfTheFirstFaultIsKnown() {
    assertThat(Utf8.firstFault("twelve bytes, and \u00e9, \u20ac, \ud83d\ude00".getBytes(UTF_8)))
        .isEqualTo(-1);
    assertThat(Utf8.firstFault(new byte[] {'a', 'b', (byte) 0xC0, (byte) 0xAF})).isEqualTo(2);
  }

  private static boolean isDecoded(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }
}
