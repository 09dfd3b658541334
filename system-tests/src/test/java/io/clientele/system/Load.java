package io.clientele.system;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/** Customers who keep ordering, one order of 1 each a beat, while something else happens. */
final class Load {

  private static final long BEAT_MILLIS = 100;

  private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
  private final Shop shop;
  private final int customers;
  private final IntFunction<String> names;
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final AtomicInteger taken = new AtomicInteger();

  /** Starts at once. */
  Load(Shop shop, int customers, IntFunction<String> names) {
    this.shop = shop;
    this.customers = customers;
    this.names = names;
    var unused =
        beats.scheduleAtFixedRate(this::guardedBeat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** How many orders each customer has placed so far. */
  int taken() {
    return taken.get();
  }

  /** Ends when the last batch is taken; returns how many orders each customer has placed. */
  int stop() throws InterruptedException {
    beats.shutdown();
    if (!beats.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the last batch was not taken");
    }
    if (failure.get() != null) {
      throw failure.get();
    }
    return taken.get();
  }

  /** An exception would end the schedule without a word. */
  private void guardedBeat() {
    try {
      beat();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }

  private void beat() {
    List<Map<String, Object>> batch = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      String id = names.apply(customer);
      batch.add(Events.order(id, id + "-" + taken.get(), "1", Instant.now()));
    }
    shop.postUntilTaken(batch);
    taken.incrementAndGet();
  }
}
