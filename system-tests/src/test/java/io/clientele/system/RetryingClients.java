package io.clientele.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Several clients at once, whose attempts go to the instances of ingest in turn. */
final class RetryingClients {

  private static final int CLIENTS = 4;
  private static final Duration BEAT = Duration.ofMillis(20);

  private final ScheduledExecutorService beats = Executors.newScheduledThreadPool(CLIENTS);
  private final List<RetryingClient> clients = new ArrayList<>();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final Tally tally = new Tally();
  private final String run;

  /**
   * Starts at once.
   *
   * @param doors the instances of ingest as of now
   * @param run what all customers' ids begin with
   */
  RetryingClients(Supplier<List<String>> doors, String writeKey, String run) {
    this.run = run;
    for (int number = 0; number < CLIENTS; number++) {
      RetryingClient client =
          new RetryingClient(run + "-" + number, () -> inTurn(doors.get()), writeKey, tally);
      clients.add(client);
      var unused =
          beats.scheduleWithFixedDelay(
              () -> guardedBeat(client), 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private String inTurn(List<String> doors) {
    return doors.get(attempts.getAndIncrement() % doors.size());
  }

  /** What has become of the requests so far. */
  Tally tally() {
    return tally;
  }

  /** Whether every client waits for an answer. */
  boolean allWait() {
    return clients.stream().allMatch(RetryingClient::isWaiting);
  }

  /** Whether a customer is one of this run's. */
  boolean owns(String customer) {
    return customer.startsWith(run);
  }

  /** Ends when all that was begun is taken, and one last event of each client behind it. */
  void stop() throws InterruptedException {
    clients.forEach(RetryingClient::askToEnd);
    for (RetryingClient client : clients) {
      client.awaitEnd();
    }
    beats.shutdownNow();
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  /** An exception would end the schedule without a word. */
  private void guardedBeat(RetryingClient client) {
    try {
      client.beat();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
      client.end();
    }
  }
}
