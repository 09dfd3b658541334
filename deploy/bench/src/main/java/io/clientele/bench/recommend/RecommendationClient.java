package io.clientele.bench.recommend;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.Json;
import io.clientele.local.process.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the service one thing after the other, beside what loads ask. */
final class RecommendationClient {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;

  RecommendationClient(Child service) {
    this.address = "http://" + service.address();
  }

  /**
   * The answer for a session.
   *
   * @throws IOException if the status is not 200
   */
  JsonNode suggestions(List<String> items, Optional<Ranker> ranker)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(address + SessionRequests.PATH))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(SessionRequests.body(items, ranker)))
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          SessionRequests.PATH + " says " + response.statusCode() + ": " + response.body());
    }
    return Json.mapper().readTree(response.body());
  }

  /** Lets the ranker learn, and waits for it. */
  Fit fit(int sessions) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(address + "/v1/ranker/fit"))
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    double seconds = (System.nanoTime() - begun) / 1e9;
    JsonNode answer =
        response.body().startsWith("{") ? Json.mapper().readTree(response.body()) : null;
    return new Fit(sessions, response.statusCode(), seconds, answer);
  }

  /**
   * A figure of {@code /q/metrics}.
   *
   * @throws IllegalStateException if there is none of this name
   */
  double metric(String name) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/q/metrics"))
            .header("Accept", "text/plain")
            .build();
    return metric(name, http.send(request, BodyHandlers.ofString()).body());
  }

  static double metric(String name, String metrics) {
    Matcher line =
        Pattern.compile("^" + Pattern.quote(name) + "(?:\\{[^}]*})? (\\S+)$", Pattern.MULTILINE)
            .matcher(metrics);
    if (!line.find()) {
      throw new IllegalStateException("the service has no metric " + name);
    }
    return Double.parseDouble(line.group(1));
  }
}
