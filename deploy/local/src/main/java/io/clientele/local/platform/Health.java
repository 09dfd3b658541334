package io.clientele.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.Json;
import io.clientele.local.process.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** What services say about themselves under {@code /q/health/ready}. */
public final class Health {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /** Whether the service answers and calls itself ready. */
  public boolean isReady(Child service) {
    return readiness(service)
        .map(report -> report.path("status").asText().equals("UP"))
        .orElse(false);
  }

  /** The report, whether up or down; nothing if the service does not answer. */
  public Optional<JsonNode> readiness(Child service) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + service.address() + "/q/health/ready"))
            .timeout(PATIENCE)
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return Optional.of(Json.mapper().readTree(response.body()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
