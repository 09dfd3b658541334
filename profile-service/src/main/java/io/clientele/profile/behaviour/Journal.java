package io.clientele.profile.behaviour;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Touches as they came in, behind those that have been put in order: an event then costs a few
 * copied bytes, and the whole is read and written anew only when a quarter more has come in.
 */
final class Journal {

  static final Journal EMPTY = new Journal(0, new byte[0], 0, new byte[0], new byte[0]);

  /** Put in order when so many came in, and a quarter of what is in order. */
  private static final int FEW = 4;

  private static final int SHARE = 4;

  /** The same in bytes, for long texts. */
  private static final int FEW_BYTES = 2_000;

  /** How many touches are in order. */
  private final int size;

  private final byte[] ordered;

  /** How many came in since. */
  private final int count;

  private final byte[] since;

  /** Whose the last of these was. */
  private final byte[] owner;

  /** One touch that came in: whose, and what. */
  static final class Entry {

    private final byte[] owner;
    private final byte[] touch;

    Entry(byte[] owner, byte[] touch) {
      this.owner = owner;
      this.touch = touch;
    }

    Unpacker owner() {
      return new Unpacker(owner);
    }

    Unpacker touch() {
      return new Unpacker(touch);
    }
  }

  private Journal(int size, byte[] ordered, int count, byte[] since, byte[] owner) {
    this.size = size;
    this.ordered = ordered;
    this.count = count;
    this.since = since;
    this.owner = owner;
  }

  /** So many touches in order, and none since. */
  static Journal of(int size, byte[] ordered) {
    return size == 0 ? EMPTY : new Journal(size, ordered, 0, new byte[0], new byte[0]);
  }

  @JsonCreator
  static Journal unpack(byte[] packed) {
    if (packed == null || packed.length == 0) {
      return EMPTY;
    }
    Unpacker unpacker = new Unpacker(packed);
    return new Journal(
        unpacker.integer(),
        unpacker.bytes(),
        unpacker.integer(),
        unpacker.bytes(),
        unpacker.bytes());
  }

  @JsonValue
  byte[] pack() {
    if (size + count == 0) {
      return new byte[0];
    }
    return new Packer()
        .number(size)
        .bytes(ordered)
        .number(count)
        .bytes(since)
        .bytes(owner)
        .toBytes();
  }

  /** With one touch more, which is written after the last one's owner where that is the same. */
  Journal with(Entry entry) {
    Packer packer = new Packer();
    if (count > 0 && Arrays.equals(entry.owner, owner)) {
      packer.number(0);
    } else {
      packer.number(1).bytes(entry.owner);
    }
    byte[] more = packer.bytes(entry.touch).toBytes();
    byte[] all = Arrays.copyOf(since, since.length + more.length);
    System.arraycopy(more, 0, all, since.length, more.length);
    return new Journal(size, ordered, count + 1, all, entry.owner);
  }

  /** Whether it is time to put all in order. */
  boolean isDue() {
    return count >= FEW + size / SHARE || since.length > FEW_BYTES + ordered.length / SHARE;
  }

  byte[] ordered() {
    return ordered;
  }

  /** What came in since, as it came. */
  List<Entry> since() {
    List<Entry> entries = new ArrayList<>(count);
    Unpacker unpacker = new Unpacker(since);
    byte[] last = new byte[0];
    while (unpacker.hasMore()) {
      last = unpacker.number() == 0 ? last : unpacker.bytes();
      entries.add(new Entry(last, unpacker.bytes()));
    }
    return entries;
  }
}
