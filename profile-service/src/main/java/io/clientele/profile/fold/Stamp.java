package io.clientele.profile.fold;

import io.clientele.contract.CustomerEvent;
import java.time.Instant;
import java.util.Comparator;

/**
 * When an event occurred and which it was: what decides which of two values is the newer one, as
 * {@link CustomerEvent#ORDER} does.
 */
public record Stamp(Instant at, String eventId) implements Comparable<Stamp> {

  private static final Comparator<Stamp> ORDER =
      Comparator.comparing(Stamp::at).thenComparing(Stamp::eventId);

  public static Stamp of(CustomerEvent event) {
    return new Stamp(event.occurredAt(), event.eventId());
  }

  /** Reads what {@link #pack} wrote. */
  public static Stamp unpack(Unpacker unpacker) {
    return new Stamp(unpacker.time(), PackedIds.unpack(unpacker));
  }

  /** In about 20 bytes, as ingest makes ids. */
  public void pack(Packer packer) {
    PackedIds.pack(packer.time(at), eventId);
  }

  @Override
  public int compareTo(Stamp other) {
    return ORDER.compare(this, other);
  }
}
