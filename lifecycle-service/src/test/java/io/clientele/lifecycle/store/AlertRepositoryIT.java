package io.clientele.lifecycle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.LifecycleAlert.Severity;
import io.clientele.contract.Money;
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
import java.util.List;
import java.util.stream.IntStream;
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
  void sequencesAreCommittedInTheirOrderWhenWritersRace() {
    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> repository.save(List.of(alert("r" + i, Severity.LOW, false))));

    List<StoredAlert> all = repository.after(0, 100);

    assertThat(all).hasSize(40);
    assertThat(all).extracting(StoredAlert::sequence).isSorted().doesNotHaveDuplicates();
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

  private static LifecycleAlert alert(String id, Severity severity, boolean withdrawn) {
    return new LifecycleAlert(
        id,
        "ada",
        "valuable-customer-at-risk",
        severity,
        NOON,
        NOON,
        "Has not bought for 42 days.",
        new Money(new BigDecimal("300.125"), "USD"),
        withdrawn);
  }
}
