package io.clientele.local.simulate;

import io.clientele.local.load.Call;
import io.clientele.local.load.CatalogueSender;
import io.clientele.local.load.IngestClient;
import io.clientele.local.load.Outcome;
import io.clientele.local.load.Sender;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Keeps a small shop going: half a year of history at once, then life in real time. */
public final class Simulation {

  private static final double EVENTS_PER_SECOND = 2;
  private static final Duration WORD_EVERY = Duration.ofMinutes(1);

  private final IngestClient ingest;
  private final Path diaryFile;
  private final String currency;
  private final PrintStream out;

  /**
   * @param diaryFile where the shop remembers itself
   */
  public Simulation(IngestClient ingest, Path diaryFile, String currency, PrintStream out) {
    this.ingest = ingest.waitingForEver();
    this.diaryFile = diaryFile;
    this.currency = currency;
    this.out = out;
  }

  /** Runs until the thread is interrupted; while ingest is away, it waits. */
  public void run(long seed) throws IOException {
    Assortment assortment = new Assortment();
    ShopDiary diary = ShopDiary.in(diaryFile, seed, Instant.now());
    if (!diary.historyPosted()) {
      postHistory(diary, assortment);
      diary.withHistoryPosted().write(diaryFile);
    }
    Instant now = Instant.now();
    Random random = new Random(diary.seed() ^ now.toEpochMilli());
    LiveShop shop =
        new LiveShop(
            diary.seed(),
            Long.toString(now.getEpochSecond(), Character.MAX_RADIX),
            new Visit.Setting(assortment, currency, random));
    live(shop, random);
  }

  private void postHistory(ShopDiary diary, Assortment assortment) {
    CatalogueSender catalogue = new CatalogueSender(ingest);
    assortment.catalogue(currency).forEach(catalogue::send);
    catalogue.finish();
    List<Call> calls = History.of(diary, assortment, currency);
    Outcome outcome = new Outcome();
    try (Sender sender = new Sender(ingest, outcome)) {
      calls.forEach(call -> sender.send(call, call.time()));
      sender.finish();
    }
    out.printf(
        "half a year of %d shoppers: %d events taken, refused %s%n",
        History.SHOPPERS, outcome.taken(), outcome.refusedByReason());
  }

  private void live(LiveShop shop, Random random) {
    Outcome outcome = new Outcome();
    Instant nextWord = Instant.now().plus(WORD_EVERY);
    try (Sender sender = new Sender(ingest, outcome)) {
      while (true) {
        Instant now = Instant.now();
        Call call = shop.next(now);
        sender.send(call, now);
        if (now.isAfter(nextWord)) {
          nextWord = now.plus(WORD_EVERY);
          out.printf(
              "%s live: %d events taken, refused %s%n",
              now, outcome.taken(), outcome.refusedByReason());
        }
        // Exponential gaps: people come as they like, not in step.
        double seconds = -Math.log1p(-random.nextDouble()) / EVENTS_PER_SECOND;
        TimeUnit.MILLISECONDS.sleep((long) (seconds * 1000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
