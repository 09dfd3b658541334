package io.clientele.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.Json;
import io.clientele.local.platform.Service;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A storefront and its operators, who know the platform by its HTTP surface alone. */
final class Shop {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String STALE = "Clientele-Stale";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Addresses platform;

  Shop(Addresses platform) {
    this.platform = platform;
  }

  /**
   * An answer: its status and, where there is one, its JSON.
   *
   * @param retryAfterSeconds when to come back, 0 if it does not say
   * @param stale whether it says that it may lack the newest changes
   */
  record Answer(int status, JsonNode body, int retryAfterSeconds, boolean stale) {}

  /** Posts events as one batch. */
  Answer post(List<Map<String, Object>> events) {
    return post(platform.writeKey(), events);
  }

  /** Posts events as one batch with this key. */
  Answer post(String writeKey, List<Map<String, Object>> events) {
    return post(writeKey, Service.INGEST, "/v1/batch", Map.of("batch", events));
  }

  /** Posts JSON with the default source's key. */
  Answer post(Service service, String path, Object body) {
    return post(platform.writeKey(), service, path, body);
  }

  private Answer post(String writeKey, Service service, String path, Object body) {
    return send(
        request(service, path)
            .header("Content-Type", "application/json")
            .header("Authorization", "Basic " + base64(writeKey + ":"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(body)))
            .build());
  }

  /** Posts until it is taken, as a client that must not lose anything does. */
  void postUntilTaken(List<Map<String, Object>> events) {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> taken(events));
  }

  private boolean taken(List<Map<String, Object>> events) {
    try {
      return post(events).status() == 200;
    } catch (Unreachable down) {
      return false;
    }
  }

  Answer get(Service service, String path) {
    return send(request(service, path).GET().build());
  }

  Answer profile(String id) {
    return get(Service.PROFILE, "/v1/customers/" + id);
  }

  /** From whoever is asked, if that has a copy, however old. */
  Answer copyOfProfile(String id) {
    return send(
        request(Service.PROFILE, "/v1/customers/" + id).header(STALE, "true").GET().build());
  }

  Answer scores(String id) {
    return get(Service.SCORING, "/v1/customers/" + id + "/scores");
  }

  Answer lifecycle(String id) {
    return get(Service.LIFECYCLE, "/v1/customers/" + id + "/lifecycle");
  }

  Answer recommendations(String id) {
    return get(Service.RECOMMENDATION, "/v1/customers/" + id + "/recommendations");
  }

  /**
   * What the operator asks of ingest.
   *
   * @param body null for none
   */
  Answer operate(String method, String path, Object body) {
    return send(
        request(Service.INGEST, path)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + platform.operatorToken())
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(bytes(body)))
            .build());
  }

  private HttpRequest.Builder request(Service service, String path) {
    return HttpRequest.newBuilder(URI.create(platform.url(service) + path))
        .timeout(Duration.ofSeconds(10));
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      JsonNode body =
          answer.body().length == 0
              ? Json.mapper().missingNode()
              : Json.mapper().readTree(answer.body());
      int retryAfter = (int) answer.headers().firstValueAsLong("Retry-After").orElse(0);
      boolean stale = answer.headers().firstValue(STALE).isPresent();
      return new Answer(answer.statusCode(), body, retryAfter, stale);
    } catch (IOException e) {
      throw new Unreachable(request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static byte[] bytes(Object body) {
    try {
      return Json.mapper().writeValueAsBytes(body);
    } catch (IOException e) {
      throw new IllegalArgumentException("not to be written as JSON", e);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Nobody answered, or the connection broke. */
  static final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreachable(HttpRequest request, IOException cause) {
      super(request.uri() + (cause instanceof ConnectException ? " is down" : " broke off"), cause);
    }
  }
}
