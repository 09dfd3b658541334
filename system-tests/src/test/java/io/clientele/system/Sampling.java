package io.clientele.system;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Asks for some customers' profiles again and again, and remembers when all were answered how. */
final class Sampling {

  private final Shop shop;
  private final List<String> customers;
  private final long start = System.nanoTime();
  private final CompletableFuture<Void> rounds;
  private final Set<Integer> statuses = new TreeSet<>();
  private volatile boolean over;
  private Duration allAnswered;
  private Duration allFresh;
  private Duration longestRound = Duration.ZERO;
  private int staleAnswers;
  private int failures;

  /** Starts at once. */
  Sampling(Shop shop, List<String> customers) {
    this.shop = shop;
    this.customers = customers;
    rounds = CompletableFuture.runAsync(this::untilOver);
  }

  /** Ends it; throws what it ran into. */
  void stop() {
    over = true;
    rounds.join();
  }

  /** From the start until a round in which everybody was answered, fresh or not. */
  synchronized Optional<Duration> allAnswered() {
    return Optional.ofNullable(allAnswered);
  }

  /** From the start until a round, after a stale answer, in which everybody's owner answered. */
  synchronized Optional<Duration> allFresh() {
    return Optional.ofNullable(allFresh);
  }

  synchronized Duration longestRound() {
    return longestRound;
  }

  /** Answers with the mark of a copy. */
  synchronized int staleAnswers() {
    return staleAnswers;
  }

  /** Requests without an answer. */
  synchronized int failures() {
    return failures;
  }

  /** Of all answers. */
  synchronized Set<Integer> statuses() {
    return Set.copyOf(statuses);
  }

  private void untilOver() {
    while (!over) {
      round();
    }
  }

  private void round() {
    long begin = System.nanoTime();
    int stale = 0;
    int failed = 0;
    for (String customer : customers) {
      Optional<Shop.Answer> answer = ask(customer);
      answer.ifPresent(this::remember);
      if (answer.isEmpty() || answer.get().status() != 200) {
        failed++;
      } else if (answer.get().stale()) {
        stale++;
      }
    }
    note(stale, failed, Duration.ofNanos(System.nanoTime() - begin));
  }

  private synchronized void remember(Shop.Answer answer) {
    statuses.add(answer.status());
  }

  private synchronized void note(int stale, int failed, Duration took) {
    Duration now = Duration.ofNanos(System.nanoTime() - start);
    staleAnswers += stale;
    failures += failed;
    longestRound = took.compareTo(longestRound) > 0 ? took : longestRound;
    if (failed == 0 && allAnswered == null) {
      allAnswered = now;
    }
    if (failed == 0 && stale == 0 && staleAnswers > 0 && allFresh == null) {
      allFresh = now;
    }
  }

  private Optional<Shop.Answer> ask(String customer) {
    try {
      return Optional.of(shop.profile(customer));
    } catch (Shop.Unreachable unanswered) {
      return Optional.empty();
    }
  }
}
