package io.clientele.profile.streams;

import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Sees to it that a customer's profile is published at once if it was not published for a while,
 * and otherwise once in that while, however fast the customer's events come: what is published is
 * the newest anyway, and a profile is worth several events' work. While old news are caught up
 * with, the first of a while waits for the others too. Whose profile waits stands in a store until
 * it is published, so that none is forgotten when the task moves or dies.
 */
final class PacedProfiles {

  /**
   * What changed a customer last.
   *
   * @param at the time of the task's newest input by then
   * @param id which record it was
   */
  record News(Instant at, String id) {

    private byte[] pack() {
      return new Packer().time(at).text(id).toBytes();
    }

    private static News unpack(byte[] packed) {
      Unpacker unpacker = new Unpacker(packed);
      return new News(unpacker.time(), unpacker.text());
    }
  }

  /** Publishes a customer's profile as it is now. */
  @FunctionalInterface
  interface Publication {
    void publish(String customerId, News newest);
  }

  private static final long LONG_AGO = Long.MIN_VALUE;

  /** Of one look, so that a transaction does not take seconds; there are ten looks a second. */
  private static final int MOST_AT_ONCE = 1_000;

  /** Nobody sees half a second more of what is this late anyway. */
  private static final long CATCHING_UP_MILLIS = 2_000;

  /**
   * Since when a profile rests, in milliseconds of the wall clock, and what it does not show yet.
   *
   * @param unpublished null where it shows everything
   */
  private record Resting(long since, News unpublished) {

    /** Not what is from later than now: the clock was set back. */
    boolean isResting(long now, long interval) {
      return since > now - interval && since <= now;
    }
  }

  private final ProcessingContext context;
  private final long intervalMillis;
  private final Publication publication;
  private final KeyValueStore<String, byte[]> waiting;

  /** Those that rest, longest first. */
  private final Map<String, Resting> resting = new LinkedHashMap<>();

  PacedProfiles(ProcessingContext context, Duration interval, Publication publication) {
    this.context = context;
    this.intervalMillis = interval.toMillis();
    this.publication = publication;
    this.waiting = context.getStateStore(ProfileTopology.UNPUBLISHED);
    recall();
  }

  /** Those that waited when the task was somewhere else; what came after that is in their rows. */
  private void recall() {
    long known = Math.min(context.currentStreamTimeMs(), context.currentSystemTimeMs());
    Instant newest = Instant.ofEpochMilli(Math.max(0, known));
    try (KeyValueIterator<String, byte[]> left = waiting.all()) {
      while (left.hasNext()) {
        KeyValue<String, byte[]> entry = left.next();
        News first = News.unpack(entry.value);
        News last = new News(first.at().isAfter(newest) ? first.at() : newest, first.id());
        resting.put(entry.key, new Resting(LONG_AGO, last));
      }
    }
  }

  /** Publishes a profile that changed, or remembers to. */
  void changed(String customerId, News news) {
    long now = context.currentSystemTimeMs();
    boolean old = now - news.at().toEpochMilli() > CATCHING_UP_MILLIS;
    Resting last = resting.get(customerId);
    if (last == null && (!old || intervalMillis == 0)) {
      publish(customerId, news);
      return;
    }
    if (last == null || last.unpublished() == null) {
      waiting.put(customerId, news.pack());
    }
    resting.put(customerId, new Resting(last == null ? now : last.since(), news));
  }

  /** Publishes one that cannot wait: where the customer moved, or that nothing is left. */
  void changedForGood(String customerId, News news) {
    Resting last = resting.remove(customerId);
    if (last != null && last.unpublished() != null) {
      waiting.delete(customerId);
    }
    publish(customerId, news);
  }

  /** Publishes what has waited long enough, or as much of it as there is time for. */
  void publishDue() {
    long now = context.currentSystemTimeMs();
    Map<String, News> unpublished = new LinkedHashMap<>();
    Iterator<Map.Entry<String, Resting>> oldest = resting.entrySet().iterator();
    while (oldest.hasNext() && unpublished.size() < MOST_AT_ONCE) {
      Map.Entry<String, Resting> entry = oldest.next();
      if (entry.getValue().isResting(now, intervalMillis)) {
        break;
      }
      oldest.remove();
      if (entry.getValue().unpublished() != null) {
        unpublished.put(entry.getKey(), entry.getValue().unpublished());
      }
    }
    unpublished.forEach(
        (customerId, newest) -> {
          waiting.delete(customerId);
          publish(customerId, newest);
        });
  }

  private void publish(String customerId, News news) {
    publication.publish(customerId, news);
    if (intervalMillis > 0) {
      resting.put(customerId, new Resting(context.currentSystemTimeMs(), null));
    }
  }
}
