package io.clientele.bench.ingest;

import io.clientele.local.platform.Platform;
import io.clientele.local.platform.PlatformException;
import io.clientele.local.process.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Posts one event until it is taken: a service with a paused topology never calls itself ready. */
final class FirstCall {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final String EVENT =
      "{\"anonymousId\":\"first\",\"event\":\"Started\",\"messageId\":\"bench-first\"}";

  private final Child service;
  private final HttpRequest request;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  FirstCall(Child service, String writeKey) {
    this.service = service;
    byte[] user = (writeKey + ":").getBytes(StandardCharsets.UTF_8);
    this.request =
        HttpRequest.newBuilder(URI.create("http://" + service.address() + "/v1/track"))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(EVENT))
            .build();
  }

  void awaitTaken() throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!isTaken()) {
      if (!service.isAlive()) {
        throw new PlatformException(Platform.obituary(service));
      }
      if (Instant.now().isAfter(deadline)) {
        throw new PlatformException(service.name() + " takes nothing; see " + service.log());
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private boolean isTaken() throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // it does not listen yet
    }
  }
}
