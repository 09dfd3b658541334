package io.clientele.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.Json;
import io.clientele.local.platform.PlatformException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Posts to ingest as any storefront would, and keeps on while ingest asks for patience. */
public final class IngestClient {

  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
  private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(60);

  /** How long ingest may be away before we give up. */
  private static final Duration OUTAGE_PATIENCE = Duration.ofMinutes(2);

  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_PATIENCE)
          .build();
  private final URI ingest;
  private final String authorization;
  private final Duration outagePatience;

  /**
   * @param ingest the service's address, such as {@code http://127.0.0.1:8081}
   */
  public IngestClient(URI ingest, String writeKey) {
    this(ingest, basic(writeKey), OUTAGE_PATIENCE);
  }

  private IngestClient(URI ingest, String authorization, Duration outagePatience) {
    this.ingest = ingest;
    this.authorization = authorization;
    this.outagePatience = outagePatience;
  }

  /** The same client, but it waits for ingest however long it is away. */
  public IngestClient waitingForEver() {
    return new IngestClient(ingest, authorization, FOR_EVER);
  }

  private static String basic(String writeKey) {
    byte[] user = (writeKey + ":").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(user);
  }

  /**
   * Posts JSON until it is answered; the body is sent again unchanged, so that message ids keep a
   * repetition harmless.
   *
   * @return what a 200 says, or the problem of a 400 or 413, which is about the content
   * @throws PlatformException if the write key is wrong, the answer is none we know, or ingest
   *     stays away
   */
  JsonNode post(String path, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(ingest.resolve(path))
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .timeout(ANSWER_PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    Instant deadline = Instant.now().plus(outagePatience);
    while (true) {
      String trouble;
      Duration pause = PAUSE;
      try {
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        switch (response.statusCode()) {
          case 200, 400, 413 -> {
            return Json.mapper().readTree(response.body());
          }
          case 429, 503 -> {
            trouble = "status " + response.statusCode();
            pause = retryAfter(response);
          }
          default -> throw new PlatformException(unexpected(path, response));
        }
      } catch (IOException e) {
        trouble = e.toString();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new PlatformException("interrupted while posting", e);
      }
      if (Instant.now().plus(pause).isAfter(deadline)) {
        throw new PlatformException(
            "ingest at %s takes nothing for %d s now: %s"
                .formatted(ingest, outagePatience.toSeconds(), trouble));
      }
      sleep(pause);
    }
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    Duration asked =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(value -> value.matches("\\d{1,4}"))
            .map(value -> Duration.ofSeconds(Long.parseLong(value)))
            .orElse(PAUSE);
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }

  private static String unexpected(String path, HttpResponse<byte[]> response) {
    String body = new String(response.body(), StandardCharsets.UTF_8);
    return response.statusCode() == 401
        ? "ingest does not know the write key"
        : "ingest answered " + path + " with " + response.statusCode() + ": " + body;
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("interrupted while waiting for ingest", e);
    }
  }
}
