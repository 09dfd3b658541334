package io.clientele.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.ingest.protocol.TestDesk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes packed is unpacked, as far as it fits and is whole. */
final class FrontDoorPackingTest extends WithFrontDoor {

  @Test
  void packedBodyIsUnpacked() throws Exception {
    HttpResponse<String> answer =
        send(post("/v1/page").header("Content-Encoding", "gzip"), gzip(PAGE.getBytes(UTF_8)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(desk.events()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "zstd"})
  void packingThatNobodyCanUndoIsNamed(String packing) throws Exception {
    HttpResponse<String> answer =
        send(post("/v1/page").header("Content-Encoding", packing), PAGE.getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.headers().firstValue("Accept-Encoding")).contains("gzip");
    assertThat(answer.body()).contains("unknown-packing");
    assertThat(desk.log().rejected()).isEmpty();
  }

  @Test
  void packingMayHaveItsOldNameOrBeNone() throws Exception {
    send(post("/v1/page").header("Content-Encoding", "X-Gzip"), gzip(PAGE.getBytes(UTF_8)));
    send(post("/v1/page").header("Content-Encoding", "identity"), PAGE.getBytes(UTF_8));

    assertThat(desk.events()).hasSize(2);
  }

  @Test
  void damagedGzipIsNamed() throws Exception {
    HttpResponse<String> answer =
        send(post("/v1/page").header("Content-Encoding", "gzip"), PAGE.getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("malformed-encoding").doesNotContain("not kept");
    assertThat(desk.log().rejected())
        .singleElement()
        .satisfies(rejected -> assertThat(rejected.payload()).isEqualTo(PAGE));
  }

  @Test
  void ofAGzipThatBreaksOffItsTextIsKeptWithoutItsSecrets() throws Exception {
    String body = "{\"writeKey\":\"" + TestDesk.KEY + "\",\"context\":{\"ip\":\"203.0.113.77\"}}";
    byte[] packed = gzip(body.getBytes(UTF_8));

    send(
        post("/v1/track").header("Content-Encoding", "gzip"),
        Arrays.copyOf(packed, packed.length - 8));

    assertThat(desk.log().rejected())
        .singleElement()
        .satisfies(
            rejected ->
                assertThat(rejected.payload())
                    .isEqualTo(
                        "{\"writeKey\":\"[write key]\",\"context\":{\"ip\":\"203.0.113.0\"}}"));
  }

  @Test
  void ofAGzipThatIsDamagedFromTheStartOnlyItsHashIsKept() throws Exception {
    byte[] packed = gzip(PAGE.getBytes(UTF_8));
    packed[10] = (byte) 0xFF;

    send(post("/v1/track").header("Content-Encoding", "gzip"), packed);

    assertThat(desk.log().rejected())
        .singleElement()
        .satisfies(
            rejected ->
                assertThat(rejected.payload())
                    .startsWith(packed.length + " bytes, SHA-256 ")
                    .hasSize((packed.length + " bytes, SHA-256 ").length() + 64));
  }

  @Test
  void gzipBombIsNotUnpacked() throws Exception {
    byte[] bomb = gzip(new byte[64 * 1024 * 1024]);

    HttpResponse<String> answer = send(post("/v1/batch").header("Content-Encoding", "gzip"), bomb);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(budget.reservedBytes()).isZero();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }
}
