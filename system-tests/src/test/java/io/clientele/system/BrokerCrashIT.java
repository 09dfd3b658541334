package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.local.platform.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever dies under load: what was answered with 200 is there once, and nothing twice. */
@OnFrontDoor
class BrokerCrashIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> TURNED_AWAY = List.of("503 with Retry-After", "408");
  private static final int SOME_EVENTS = 300;
  private static final int BROKER_CRASHES = 2;
  private static final int MOST_INGEST_CRASHES = 5;

  private final String run = "crash-" + UUID.randomUUID().toString().substring(0, 8);
  private final FrontDoor front;
  private final Shop shop;
  private final TopicReader topics;
  private RetryingClients clients;

  BrokerCrashIT(FrontDoor front) {
    this.front = front;
    shop = new Shop(front);
    topics = new TopicReader(front.kafka());
  }

  @AfterEach
  void mend() throws IOException {
    front.mend();
  }

  @Test
  void brokerKilledUnderLoadLosesAndDoublesNothing() throws IOException, InterruptedException {
    long pid = front.ingestPid(1);
    startClients();

    for (int crash = 0; crash < BROKER_CRASHES; crash++) {
      awaitMoreTaken();
      front.killBroker();
      floodIsTurnedAway(crash);
      awaitRefusals();
      await().atMost(PATIENCE).until(() -> readiness() == 503);
      front.startBacking();
      await().atMost(PATIENCE).until(() -> readiness() == 200);
    }
    awaitMoreTaken();
    clients.stop();

    everythingTakenIsThereOnce();
    assertThat(front.ingestPid(1)).as("it recovered without a restart").isEqualTo(pid);
    assertThat(shop.get(Service.INGEST, "/q/health/live").status()).isEqualTo(200);
  }

  /**
   * Killed while the broker holds what was sent to it, ingest has not answered and the broker
   * stores all the same.
   *
   * @param instances with one, clients send again after its restart; with two, to the other one
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void ingestKilledBetweenStoreAndAnswerDoublesNothing(int instances)
      throws IOException, InterruptedException {
    for (int instance = 2; instance <= instances; instance++) {
      front.openIngest(instance);
    }
    startClients();

    int crashes = 0;
    while (storedTwice().isEmpty() && crashes < MOST_INGEST_CRASHES) {
      crashes++;
      front.openIngest(instances);
      awaitMoreTaken();
      front.holdBroker();
      await().atMost(PATIENCE).until(clients::allWait);
      front.killIngest(instances);
      front.releaseBroker();
      if (instances == 1) {
        front.openIngest(1);
      }
      awaitMoreTaken();
    }
    clients.stop();

    everythingTakenIsThereOnce();
    assertThat(storedTwice()).as("stored, not answered, sent and stored again").isNotEmpty();
  }

  /** As its maker ships it: the tracker goes on trying, though its script has long said all. */
  @Test
  void trackersOwnRetryDeliversOnceWhatTheBrokerWasAwayFor(NodeTools node) throws IOException {
    String customer = "retry-" + run;
    Path answers = Files.createTempFile("clientele-answers", ".log");
    front.killBroker();

    CompletableFuture<Void> tracker =
        CompletableFuture.runAsync(() -> tellTheStory(node, customer, answers));
    await().atMost(PATIENCE).until(() -> Files.readAllLines(answers).contains("503"));
    front.startBacking();
    tracker.join();

    assertThat(Files.readAllLines(answers)).startsWith("503").endsWith("200");
    new Story(front).arrivedOnce(customer);
    Files.delete(answers);
  }

  private void tellTheStory(NodeTools node, String customer, Path answers) {
    try {
      String url = front.url(Service.INGEST);
      node.run("segment.mjs", url, front.writeKey(), customer, answers.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("the tracker gave up", e);
    }
  }

  private void startClients() {
    clients = new RetryingClients(front::doors, front.writeKey(), run);
  }

  /** As a prober sees it: who does not answer in time is not ready. */
  private int readiness() {
    try {
      return shop.get(Service.INGEST, "/q/health/ready").status();
    } catch (Shop.Unreachable e) {
      return 503;
    }
  }

  private void awaitMoreTaken() {
    int before = clients.tally().takenCount();
    await().atMost(PATIENCE).until(() -> clients.tally().takenCount() >= before + SOME_EVENTS);
  }

  private void awaitRefusals() {
    int before = clients.tally().refusals();
    await().atMost(PATIENCE).until(() -> clients.tally().refusals() > before + 1);
  }

  /** Far more than may be in flight: a service that kept it would die of its heap. */
  private void floodIsTurnedAway(int crash) {
    Flood flood = new Flood(front.url(Service.INGEST), front.writeKey(), run + "-flood-" + crash);
    // Where the machine is busy, some of it takes longer than a sender has.
    assertThat(flood.answers()).contains("503 with Retry-After").isSubsetOf(TURNED_AWAY);
  }

  private Set<String> storedTwice() {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (String id : topics.receivedEventIds(clients::owns)) {
      if (!seen.add(id)) {
        twice.add(id);
      }
    }
    return twice;
  }

  /** By count and by id. The last event of each client stands behind all its others. */
  private void everythingTakenIsThereOnce() {
    Set<String> taken = clients.tally().taken();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500)) // each look reads the whole topic
        .until(() -> productIds(written()).containsAll(taken));

    List<CustomerEvent> written = written();
    System.out.printf("%s; %d stored twice%n", clients.tally(), storedTwice().size());
    assertThat(written).hasSize(taken.size());
    assertThat(productIds(written)).isEqualTo(taken);
    assertThat(written.stream().map(CustomerEvent::eventId)).doesNotHaveDuplicates();
  }

  private List<CustomerEvent> written() {
    return topics.customerEvents(clients::owns);
  }

  private static Set<String> productIds(List<CustomerEvent> events) {
    Set<String> ids = new HashSet<>();
    for (CustomerEvent event : events) {
      ids.add(((Payload.ProductViewed) event.payload()).product().id());
    }
    return ids;
  }
}
