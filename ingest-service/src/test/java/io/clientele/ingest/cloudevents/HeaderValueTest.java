package io.clientele.ingest.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeaderValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "plain | plain",
        "Euro%20%E2%82%AC%20%F0%9F%98%80 | Euro € 😀",
        "%2520 | %20",
        "100% | 100%",
        "%zz%4 | %zz%4",
        "\"quoted \\\"%22\" | quoted \"\"",
        "\" | \"",
        "a+b | a+b"
      })
  void oneRoundOfEncodingIsTakenOff(String header, String value) {
    assertThat(HeaderValue.decode(header)).contains(value);
  }

  @Test
  void whatIsNotUtf8IsNoValue() {
    assertThat(HeaderValue.decode("%C3")).isEmpty();
    assertThat(HeaderValue.decode("%ED%A0%80")).isEmpty();
  }
}
