package io.clientele.lifecycle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.LifecycleAlert.Severity;
import io.clientele.contract.Money;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.lifecycle.Alerts;
import io.clientele.lifecycle.StoredAlert;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class AlertRepositoryIT {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Inject AlertRepository repository;
  @Inject Flyway flyway;

  @TestHTTPResource("/")
  URI service;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void emptyTheTable() {
    await().until(() -> flyway.info().current() != null);
    QuarkusTransaction.requiringNew().run(repository::deleteAll);
  }

  @Test
  void alertComesBackAsItWasRaised() {
    LifecycleAlert alert = alert("a", Severity.HIGH, false);

    repository.save(List.of(alert));

    assertThat(open(null, null)).extracting(StoredAlert::alert).containsExactly(alert);
  }

  @Test
  void repeatedRecordsChangeNothing() {
    LifecycleAlert alert = alert("a", Severity.HIGH, false);
    repository.save(List.of(alert));
    long position = repository.position();

    repository.save(List.of(alert, alert));

    assertThat(repository.position()).isEqualTo(position);
  }

  @Test
  void withdrawalClosesTheAlertUnderANewSequence() {
    repository.save(List.of(alert("a", Severity.LOW, false)));
    long raised = repository.position();

    repository.save(List.of(alert("a", Severity.LOW, true)));

    assertThat(open(null, null)).isEmpty();
    assertThat(repository.after(raised, 10))
        .extracting(StoredAlert::status)
        .containsExactly(StoredAlert.Status.WITHDRAWN);
  }

  @Test
  void listsAreFilteredAndPagedFromTheNewest() {
    repository.save(
        List.of(
            alert("a", Severity.LOW, false),
            alert("b", Severity.HIGH, false),
            alert("c", Severity.LOW, false)));

    assertThat(ids(open(null, null))).containsExactly("c", "b", "a");
    assertThat(ids(open(null, Severity.LOW))).containsExactly("c", "a");
    assertThat(ids(open("other-kind", null))).isEmpty();
  }

  @Test
  void newerRaiseChangesTheWholeRowAndReopensIt() {
    LifecycleAlert more = alert("a", "ada", NOON.plusSeconds(1), NOON, Severity.HIGH, false);
    repository.save(List.of(alert("a", Severity.LOW, false), alert("a", Severity.LOW, true)));

    repository.save(List.of(more));

    assertThat(open(null, null)).extracting(StoredAlert::alert).containsExactly(more);
  }

  @Test
  void raiseAndWithdrawalThatComeAgainReopenAndCloseNothing() {
    LifecycleAlert raised = alert("a", Severity.LOW, false);
    LifecycleAlert withdrawn = alert("a", Severity.LOW, true);
    LifecycleAlert again = alert("b", "ada", NOON.plusSeconds(1), NOON, Severity.LOW, false);
    repository.save(List.of(raised, withdrawn));
    repository.save(List.of(alert("b", Severity.LOW, false), again));

    repository.save(List.of(raised, alert("b", Severity.LOW, true)));

    assertThat(open(null, null)).extracting(StoredAlert::alert).containsExactly(again);
  }

  @Test
  void alertsThatPostgresRefusesHoldUpNoOther() {
    AlertBatch batch = new AlertBatch(repository::save, "lifecycle-service");
    Instant never = Instant.parse("+999999999-01-01T00:00:00Z");

    List<RejectedEvent> rejected =
        batch.store(
            List.of(
                record(alert("a", Severity.LOW, false)),
                record(alert("nul", "a\0da", NOON, NOON, Severity.LOW, false)),
                record(alert("never", "ada", NOON, never, Severity.LOW, false)),
                record(alert("b", Severity.LOW, false))));

    assertThat(ids(open(null, null))).containsExactly("b", "a");
    assertThat(rejected)
        .extracting(RejectedEvent::reason)
        .containsExactly(AlertBatch.UNSTORABLE, AlertBatch.UNSTORABLE);
  }

  @Test
  void readerWhoFollowsRacingWritersMissesNoAlert() {
    List<String> seen = new ArrayList<>();
    CompletableFuture<Void> writers =
        CompletableFuture.runAsync(
            () ->
                IntStream.range(0, 40)
                    .parallel()
                    .forEach(i -> repository.save(List.of(alert("r" + i, Severity.LOW, false)))));
    long position = 0;
    boolean last = false;
    while (!last) {
      last = writers.isDone();
      List<StoredAlert> news = repository.after(position, 100);
      seen.addAll(ids(news));
      position = news.isEmpty() ? position : news.get(news.size() - 1).sequence();
    }

    assertThat(writers).isCompleted();
    assertThat(seen).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void pagesOverHttpLeadToEveryAlertOnce() throws IOException, InterruptedException {
    repository.save(
        List.of(
            alert("a", Severity.LOW, false),
            alert("b", Severity.HIGH, false),
            alert("c", Severity.LOW, false)));

    String first = get("v1/alerts?limit=2").body();
    String cursor = first.replaceAll(".*\"next\":\"(\\d+)\".*", "$1");
    String second = get("v1/alerts?limit=2&cursor=" + cursor).body();

    assertThat(first).contains("\"alertId\":\"c\"", "\"alertId\":\"b\"", "\"status\":\"OPEN\"");
    assertThat(second).contains("\"alertId\":\"a\"", "\"next\":null");
    assertThat(get("v1/alerts?limit=0").statusCode()).isEqualTo(400);
    assertThat(get("v1/alerts?status=lost").statusCode()).isEqualTo(400);
  }

  @Test
  void streamResumesAfterTheLastEventAndGoesOnLive() throws IOException, InterruptedException {
    repository.save(List.of(alert("a", Severity.LOW, false)));
    long seen = repository.position();
    repository.save(List.of(alert("b", Severity.LOW, false)));
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("v1/alerts/stream"))
            .header("Last-Event-ID", Long.toString(seen))
            .build();

    HttpResponse<InputStream> stream =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      assertThat(nextData(lines)).contains("\"alertId\":\"b\"");
      repository.save(List.of(alert("c", Severity.LOW, false)));
      assertThat(nextData(lines)).contains("\"alertId\":\"c\"");
    }
  }

  @Test
  void pageAllowsNothingButItsOwnFiles() throws IOException, InterruptedException {
    HttpResponse<String> page = get("");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self'");
    assertThat(page.body()).doesNotContain("<style", "style=", "onclick=");
    assertThat(get("console/console.js").statusCode()).isEqualTo(200);
  }

  private static String nextData(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith("data:")) {
      line = lines.readLine();
    }
    return line;
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(service.resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private List<StoredAlert> open(String kind, Severity severity) {
    return repository.list(
        new Alerts.Query(StoredAlert.Status.OPEN, kind, severity, Long.MAX_VALUE), 10);
  }

  private static List<String> ids(List<StoredAlert> alerts) {
    return alerts.stream().map(stored -> stored.alert().alertId()).toList();
  }

  private static ConsumerRecord<String, byte[]> record(LifecycleAlert alert) {
    byte[] value = RecordFormat.of(LifecycleAlert.class).write(alert);
    return new ConsumerRecord<>("lifecycle-alerts", 0, 0, alert.customerId(), value);
  }

  private static LifecycleAlert alert(String id, Severity severity, boolean withdrawn) {
    return alert(id, "ada", NOON, NOON, severity, withdrawn);
  }

  private static LifecycleAlert alert(
      String id,
      String customerId,
      Instant raisedAt,
      Instant effectiveAt,
      Severity severity,
      boolean withdrawn) {
    return new LifecycleAlert(
        id,
        customerId,
        "valuable-customer-at-risk",
        severity,
        raisedAt,
        effectiveAt,
        "Has not bought for 42 days.",
        new Money(new BigDecimal("300.125"), "USD"),
        withdrawn);
  }
}
