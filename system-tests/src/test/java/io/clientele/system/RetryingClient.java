package io.clientele.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contract.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A client that sends one request at a time, single events and batches in turn, and the same one
 * again with the same ids until it is answered with 200.
 */
final class RetryingClient {

  private static final int BATCH = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final String customer;
  private final Supplier<String> doors;
  private final String authorization;
  private final Tally tally;
  private int requests;
  private Sending sending;
  private boolean last;
  private volatile boolean ending;
  private volatile boolean waiting;

  /** What is under way. */
  private record Sending(List<String> ids, String path, String body) {}

  /**
   * @param customer whose events these are
   * @param doors where the next attempt goes
   */
  RetryingClient(String customer, Supplier<String> doors, String writeKey, Tally tally) {
    this.customer = customer;
    this.doors = doors;
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString((writeKey + ":").getBytes(UTF_8));
    this.tally = tally;
  }

  /** One attempt. */
  void beat() {
    if (ended.getCount() == 0) {
      return;
    }
    if (sending == null) {
      last = ending;
      sending = next();
    }
    if (isTaken()) {
      tally.taken(sending.ids());
      sending = null;
      if (last) {
        end();
      }
    }
  }

  /** Whether it waits for an answer. */
  boolean isWaiting() {
    return waiting;
  }

  /** What is under way is still brought to its end, and one event behind it. */
  void askToEnd() {
    ending = true;
  }

  void end() {
    ended.countDown();
  }

  void awaitEnd() throws InterruptedException {
    if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("the last request was not taken");
    }
  }

  private Sending next() {
    requests++;
    boolean single = last || requests % 2 == 0;
    List<Map<String, Object>> events = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < (single ? 1 : BATCH); number++) {
      String id = customer + "-" + requests + "-" + number;
      ids.add(id);
      events.add(
          Events.track("Product Viewed", customer, id, Instant.now(), Map.of("product_id", id)));
    }
    return single
        ? new Sending(ids, "/v1/track", json(events.get(0)))
        : new Sending(ids, "/v1/batch", json(Map.of("batch", events)));
  }

  private boolean isTaken() {
    Instant start = Instant.now();
    waiting = true;
    try {
      HttpResponse<String> answer = http.send(request(), HttpResponse.BodyHandlers.ofString());
      return isTaken(answer, Duration.between(start, Instant.now()));
    } catch (IOException e) {
      tally.broken(sending.ids());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      waiting = false;
    }
  }

  private boolean isTaken(HttpResponse<String> answer, Duration time) {
    if (answer.statusCode() == 200) {
      if (!answer.body().contains("\"accepted\":" + sending.ids().size())) {
        throw new IllegalStateException("200, but not all is taken: " + answer.body());
      }
      return true;
    }
    if (answer.statusCode() != 503 || answer.headers().firstValue("Retry-After").isEmpty()) {
      throw new IllegalStateException(answer + " " + answer.headers() + " " + answer.body());
    }
    tally.refused(sending.ids(), time);
    return false;
  }

  private HttpRequest request() {
    return HttpRequest.newBuilder(URI.create(doors.get() + sending.path()))
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json")
        .header("Authorization", authorization)
        .POST(HttpRequest.BodyPublishers.ofString(sending.body()))
        .build();
  }

  private static String json(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (IOException e) {
      throw new IllegalArgumentException("not to be written as JSON", e);
    }
  }
}
