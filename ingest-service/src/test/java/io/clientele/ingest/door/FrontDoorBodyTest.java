package io.clientele.ingest.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.ingest.protocol.TestDesk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** No body takes more memory or time than it may. */
final class FrontDoorBodyTest extends WithFrontDoor {

  @Test
  void bodyThatSaysItIsTooLargeIsAnsweredUnread() throws Exception {
    String answer = raw(head("POST", "Content-Length: 1073741824"), new byte[1024]);

    assertThat(answer).startsWith("HTTP/1.1 413").contains("body-too-large");
  }

  @Test
  void bodyThatTurnsOutTooLargeIsAnsweredAtTheLimit() throws Exception {
    HttpResponse<String> answer =
        client.send(
            post("/v1/batch")
                .POST(BodyPublishers.ofInputStream(() -> zeros(6 * 1024 * 1024)))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(budget.reservedBytes()).isZero();
  }

  @Test
  void slowBodyIsAnsweredInTime() throws Exception {
    door.close();
    open(Duration.ofMillis(50));

    String answer = raw(head("POST", "Content-Length: 14"), "{\"us".getBytes(UTF_8));

    assertThat(answer).startsWith("HTTP/1.1 408").contains("body-too-slow");
    assertThat(desk.events()).isEmpty();
    assertThat(budget.reservedBytes()).isZero();
  }

  @Test
  void moreThanFitsInMemoryIsPutOff() throws Exception {
    assertThat(budget.tryReserve(BUDGET_BYTES)).isTrue();

    HttpResponse<String> answer = send(post("/v1/page"), PAGE.getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void clientThatLeavesInTheMiddleLeavesNothingBehind() throws Exception {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(head("POST", "Content-Length: 14"));
      socket.getOutputStream().write("{\"us".getBytes(UTF_8));
    }
    // The next one is served after the first has been seen to leave.
    send(post("/v1/page"), PAGE.getBytes(UTF_8));

    assertThat(desk.events()).hasSize(1);
    await().untilAsserted(() -> assertThat(budget.reservedBytes()).isZero());
  }

  private static byte[] head(String method, String header) {
    return (method
            + " /v1/page?writeKey="
            + TestDesk.KEY
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + header
            + "\r\n\r\n")
        .getBytes(ISO_8859_1);
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), door.port());
  }

  /** Sends less than was announced and waits for what is said to it. */
  private String raw(byte[] head, byte[] part) throws IOException {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head);
      out.write(part);
      out.flush();
      byte[] answer = new byte[2048];
      int length = socket.getInputStream().read(answer);
      return new String(answer, 0, length, UTF_8);
    }
  }

  private static InputStream zeros(int length) {
    return new ByteArrayInputStream(new byte[length]);
  }
}
