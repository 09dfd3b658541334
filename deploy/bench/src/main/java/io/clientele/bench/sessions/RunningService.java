package io.clientele.bench.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.bench.kafka.CommittedRecords;
import io.clientele.bench.kafka.EventLog;
import io.clientele.bench.kafka.KafkaTopics;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Json;
import io.clientele.contract.RankerModel;
import io.clientele.contract.RecordFormat;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packaged service on a log that holds a training part, asked as a storefront asks it. */
final class RunningService implements Lists {

  /** The ranker learns only when it is told to. */
  private static final Tuning TUNING =
      new Tuning(
          List.of("-Xmx1g", "-XX:+UseSerialGC"),
          Map.of("CLIENTELE_RECOMMENDATION_FIT_EVERY", "PT0S"));

  private static final RecordFormat<RankerModel> MODELS = RecordFormat.of(RankerModel.class);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final String kafka;
  private String model = "";

  private RunningService(Child process, String kafka) {
    this.address = URI.create("http://" + process.address() + "/");
    this.kafka = kafka;
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
    return new RunningService(started(platform), kafka);
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
        HttpRequest.newBuilder(address.resolve("v1/sessions/recommendations"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body(query, excludeCurrent)))
            .build();
    JsonNode answer = answer(request);
    model = answer.path("model").asText();
    return answer
        .path("items")
        .valueStream()
        .map(item -> new Listed(item.path("id").asText(), item.path("score").asDouble()))
        .toList();
  }

  /**
   * Lets it learn, and reads what it published.
   *
   * @return empty where nothing better than the blend was learned
   */
  Optional<RankerModel> learned() throws IOException, InterruptedException {
    answer(
        HttpRequest.newBuilder(address.resolve("v1/ranker/fit"))
            .POST(BodyPublishers.noBody())
            .build());
    List<RankerModel> published = new ArrayList<>();
    try (KafkaTopics topics = new KafkaTopics(kafka)) {
      new CommittedRecords(kafka, topics)
          .forEach(Topics.RECOMMENDATION_MODELS.name(), value -> published.add(MODELS.read(value)));
    }
    return published.stream().max(Comparator.comparingInt(RankerModel::version));
  }

  private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          request.uri().getPath() + " says " + response.statusCode() + ": " + response.body());
    }
    return Json.mapper().readTree(response.body());
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
