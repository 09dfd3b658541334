package io.clientele.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A hundred requests of a megabyte at once, which are not sent again. */
final class Flood {

  private static final int REQUESTS = 100;
  private static final int PADDING_BYTES = 900_000;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpRequest request;

  Flood(String door, String writeKey, String customer) {
    String body =
        "{\"event\":\"Padded\",\"userId\":\"%s\",\"properties\":{\"padding\":[\"%s\"]}}"
            .formatted(customer, "x".repeat(PADDING_BYTES));
    request =
        HttpRequest.newBuilder(URI.create(door + "/v1/track?writeKey=" + writeKey))
            .timeout(Duration.ofMinutes(1))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(UTF_8)))
            .build();
  }

  /** Sends them and waits; statuses, and whether they say when to come back. */
  List<String> answers() {
    List<CompletableFuture<String>> answers =
        Stream.generate(() -> http.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
            .limit(REQUESTS)
            .map(answer -> answer.thenApply(Flood::summary))
            .toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private static String summary(HttpResponse<String> answer) {
    boolean saysWhen = answer.headers().firstValue("Retry-After").isPresent();
    return answer.statusCode() + (saysWhen ? " with Retry-After" : "");
  }
}
