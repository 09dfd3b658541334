package io.clientele.bench.profile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds of each side
 * @param backlog events of a round
 * @param customers who do them, each at least once before the rounds
 * @param threads stream threads of each side
 * @param heap of the service and of the bare counter, such as {@code 256m}
 * @param readsPerSecond how many profiles are asked for
 * @param besideEventsPerSecond how many events are written meanwhile, in every other round
 * @param readLength of such a round
 * @param readRounds with events and without
 * @param populations numbers of customers at which the cost of an event is measured
 * @param histories numbers of events that a customer has already, likewise
 * @param pointEvents events of such a measurement
 * @param recordings where flight recordings go; null records nothing
 */
public record Settings(
    int rounds,
    long backlog,
    int customers,
    int threads,
    String heap,
    int readsPerSecond,
    int besideEventsPerSecond,
    Duration readLength,
    int readRounds,
    List<Integer> populations,
    List<Integer> histories,
    int pointEvents,
    Path recordings) {

  private static final int FIRST_VISIT = 4;
  private static final int MOST_FIRST_EVENTS = 400_000;

  /** The busiest hundredth of the customers does a tenth of the events. */
  static final double SKEW = 2;

  public Settings {
    populations = List.copyOf(populations);
    histories = List.copyOf(histories);
  }

  /** Events of everybody's first visit: fewer where very many come, so that it ends. */
  static int firstVisit(int customers) {
    return Math.max(1, Math.min(FIRST_VISIT, MOST_FIRST_EVENTS / customers));
  }

  /** What the issue asks for; about a quarter of an hour. */
  public static Settings whole(int rounds, int threads, String heap, Path recordings) {
    return new Settings(
        rounds,
        120_000,
        100_000,
        threads,
        heap,
        1_000,
        1_000,
        Duration.ofSeconds(10),
        3,
        List.of(10, 1_000, 100_000, 1_000_000),
        List.of(10, 100, 1_000, 10_000, 100_000),
        30_000,
        recordings);
  }

  /** To see whether it works; no figures. */
  public static Settings quick(int threads, String heap, Path recordings) {
    return new Settings(
        2,
        10_000,
        2_000,
        threads,
        heap,
        1_000,
        1_000,
        Duration.ofSeconds(2),
        1,
        List.of(10, 1_000),
        List.of(10, 100, 1_000),
        3_000,
        recordings);
  }
}
