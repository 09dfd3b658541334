package io.clientele.profile.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import io.clientele.runtime.http.Problem;
import io.clientele.runtime.http.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitFormTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"identity\":null}"})
  void whoNamesNobodyMeansTheIdInThePath(String body) throws IOException {
    assertThat(read(body)).isEqualTo(new SplitForm("ada"));
  }

  @Test
  void identityIsReadAndHandedOnAsItIs() throws IOException {
    SplitForm form = read("{\"identity\":\"anonymous:ä \\\" b\"}");

    assertThat(form.identity()).isEqualTo("anonymous:ä \" b");
    assertThat(read(form.json())).isEqualTo(form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"bob\"", "null", "5"})
  void bodyThatIsNoObjectIsRefused(String body) {
    assertThat(refusal(body).type()).endsWith("malformed-json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"identity\":\"a\"}{}", "{\"identity\":\"a\",\"identity\":\"b\"}"})
  void bodyThatIsNotJsonIsRefused(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "true", "{}", "[\"bob\"]", "\"\"", "\" \"", "\"\\ud83d\""})
  void identityMustBeAText(String value) {
    Problem refusal = refusal("{\"identity\":" + value + "}");

    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.errors())
        .extracting(Problem.FieldError::pointer)
        .containsExactly("/identity");
  }

  @Test
  void unknownFieldIsAWishThatWouldNotBeGranted() {
    assertThat(refusal("{\"identity\":\"bob\",\"for/ever\":true}").errors())
        .extracting(Problem.FieldError::pointer)
        .containsExactly("/for~1ever");
  }

  @Test
  void bodyAbove64KilobytesIsRefused() {
    assertThat(refusal("{\"identity\":\"" + "b".repeat(64 * 1024) + "\"}").status()).isEqualTo(413);
  }

  private static Problem refusal(String body) {
    try {
      return new Problem(null, null, 0, "taken: " + read(body), null);
    } catch (ProblemException refused) {
      return refused.problem();
    } catch (IOException e) {
      throw new IllegalStateException("not refused with a problem", e);
    }
  }

  private static SplitForm read(String body) throws IOException {
    return SplitForm.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), "ada");
  }
}
