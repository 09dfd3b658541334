package io.clientele.bench.recommend;

import java.time.Duration;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Lets visitors look at two new items one after the other and asks until the second is suggested to
 * who looks at the first. Visits are due at a constant rate, whether earlier ones have shown or
 * not.
 */
final class Probing {

  private static final Duration LOOK = Duration.ofMillis(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LONGEST_MICROS = 60_000_000;

  /** Where visits go and suggestions come from. */
  interface Shop {

    /** Returns when the visit is in the log. */
    void visit(int number, String viewed, String next) throws Exception;

    boolean suggests(String viewed, String next) throws Exception;
  }

  private record Probe(String viewed, String next, long due, long written) {}

  private final Shop shop;
  private final String name;
  private final Queue<Probe> pending = new ConcurrentLinkedQueue<>();
  private final Histogram sinceDue = new Histogram(LONGEST_MICROS, 3);
  private final Histogram sinceWritten = new Histogram(LONGEST_MICROS, 3);
  private int lost;

  /**
   * @param name tells these items from those of other shops
   */
  Probing(Shop shop, String name) {
    this.shop = shop;
    this.name = name;
  }

  /** So many visits, so many a second. */
  Freshness run(int probes, int perSecond) throws Exception {
    ExecutorService visitors = Executors.newSingleThreadExecutor();
    try {
      Future<?> visits =
          visitors.submit(
              () -> {
                visit(probes, perSecond);
                return null;
              });
      while (!visits.isDone() || !pending.isEmpty()) {
        look();
        Thread.sleep(LOOK.toMillis());
      }
      visits.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("visits could not be written", e.getCause());
    } finally {
      visitors.shutdownNow();
    }
    return new Freshness(
        probes,
        lost,
        millis(sinceDue, 50),
        millis(sinceDue, 99),
        millis(sinceWritten, 50),
        millis(sinceWritten, 99));
  }

  private void visit(int probes, int perSecond) throws Exception {
    long begun = System.nanoTime();
    for (int number = 0; number < probes; number++) {
      long due = begun + number * 1_000_000_000L / perSecond;
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      String viewed = name + "-first-" + number;
      String next = name + "-second-" + number;
      shop.visit(number, viewed, next);
      pending.add(new Probe(viewed, next, due, System.nanoTime()));
    }
  }

  private void look() throws Exception {
    for (Iterator<Probe> probes = pending.iterator(); probes.hasNext(); ) {
      Probe probe = probes.next();
      if (shop.suggests(probe.viewed, probe.next)) {
        long now = System.nanoTime();
        sinceDue.recordValue(micros(now - probe.due));
        sinceWritten.recordValue(micros(now - probe.written));
        probes.remove();
      } else if (System.nanoTime() - probe.written > PATIENCE.toNanos()) {
        lost++;
        probes.remove();
      }
    }
  }

  private static long micros(long nanos) {
    return Math.min(Math.max(0, nanos) / 1_000, LONGEST_MICROS);
  }

  private static double millis(Histogram histogram, double percentile) {
    return histogram.getValueAtPercentile(percentile) / 1e3;
  }
}
