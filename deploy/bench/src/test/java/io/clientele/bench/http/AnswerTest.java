package io.clientele.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class AnswerTest {

  private static final String WHOLE =
      "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nContent-Length: 30\r\n\r\n"
          + "{\"accepted\":100,\"rejected\":[]}";

  @Test
  void answerIsKnownOnlyOnceItIsWhole() {
    byte[] bytes = WHOLE.getBytes(StandardCharsets.US_ASCII);

    for (int length = 0; length < bytes.length; length++) {
      assertThat(Answer.in(bytes, length)).isNull();
    }
    Answer answer = Answer.in(bytes, bytes.length);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.accepted()).isEqualTo(100);
    assertThat(answer.length()).isEqualTo(bytes.length);
  }

  @Test
  void answerWithoutALengthIsNotGuessedAt() {
    byte[] bytes = "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> Answer.in(bytes, bytes.length))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Content-Length");
  }
}
