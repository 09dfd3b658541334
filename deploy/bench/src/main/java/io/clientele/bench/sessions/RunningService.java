package io.clientele.bench.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.bench.kafka.EventLog;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Json;
import io.clientele.contract.Topics;
import io.clientele.local.platform.Platform;
import io.clientele.local.platform.Service;
import io.clientele.local.platform.Tuning;
import io.clientele.local.process.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The packaged service on a log that holds a training part, asked as a storefront asks it. */
final class RunningService implements Lists {

  /** The ranker learns only when it is told to. */
  private static final Tuning TUNING =
      new Tuning(
          List.of("-Xmx1g", "-XX:+UseSerialGC"),
          Map.of("CLIENTELE_RECOMMENDATION_FIT_EVERY", "PT0S"));

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private String model = "";

  private RunningService(Child process) {
    this.address = URI.create("http://" + process.address() + "/v1/sessions/recommendations");
  }

  /** Starts it twice: once to make its topics, then to read what was written to them meanwhile. */
  static RunningService knowing(List<Session> sessions, Platform platform) throws IOException {
    String kafka = platform.startBroker().kafka();
    platform.stop(started(platform));
    Iterator<CustomerEvent> events =
        sessions.stream().flatMap(session -> session.events().stream()).iterator();
    long count = sessions.stream().mapToLong(session -> session.items().size()).sum();
    try (EventLog log = new EventLog(kafka, "evaluated-events")) {
      log.appendLive(Topics.CUSTOMER_EVENTS.name(), events::next, count);
    }
    return new RunningService(started(platform));
  }

  private static Child started(Platform platform) throws IOException {
    Child process = platform.start(Service.RECOMMENDATION, 1, TUNING);
    platform.awaitReady(List.of(process));
    return process;
  }

  @Override
  public List<Listed> of(Query query, boolean excludeCurrent)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body(query, excludeCurrent)))
            .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          address.getPath() + " says " + response.statusCode() + ": " + response.body());
    }
    JsonNode answer = Json.mapper().readTree(response.body());
    model = answer.path("model").asText();
    return answer
        .path("items")
        .valueStream()
        .map(item -> new Listed(item.path("id").asText(), item.path("score").asDouble()))
        .toList();
  }

  private static String body(Query query, boolean excludeCurrent) {
    ObjectNode body = Json.mapper().createObjectNode();
    query.items().forEach(body.putArray("items")::add);
    return body.put("limit", Placings.DEPTH).put("excludeCurrent", excludeCurrent).toString();
  }

  /** What the last answer was made by. */
  String model() {
    return model;
  }
}
