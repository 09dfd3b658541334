package io.clientele.profile.behaviour;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The trails of all devices, in order, with {@link PackedTrails} as their form in a store. What is
 * beyond the bounds is settled, the oldest half at a time, visit by visit; only a visit that is a
 * half by itself is cut. Until then nothing is lost; from then on a late event that belongs to what
 * was settled makes a session of its own.
 */
record Trails(List<Trail> trails) {

  static final Trails NONE = new Trails(List.of());

  /** Of all devices; an hour of a busy person has a tenth of it. */
  static final int MOST_TOUCHES = 1_000;

  /** A customer of more is a tracker that makes up a device for each page. */
  static final int MOST_TRAILS = 200;

  /** Of the packed form, with long pages and names of devices. */
  static final int MOST_BYTES = 16_000;

  /** Of a packed touch without its texts: time 4 to 6, tie 4, kind and page 1 to 3, campaign 1. */
  private static final int BYTES_A_TOUCH = 12;

  /** What stays open, and the sessions that do not. */
  record Settled(Trails trails, List<Stay> stays) {}

  @JsonCreator
  static Trails unpack(byte[] packed) {
    return PackedTrails.read(packed);
  }

  @JsonValue
  byte[] pack() {
    return PackedTrails.of(this);
  }

  /** With one more touch of a device under a customer id. */
  Settled with(String device, String customerId, Touch touch) {
    List<Trail> changed = new ArrayList<>(trails);
    Trail trail = new Trail(device, customerId, List.of());
    int at = Collections.binarySearch(trails, trail, Trail.ORDER);
    if (at < 0) {
      at = -at - 1;
      changed.add(at, trail.with(touch));
      return new Trails(changed).bounded(List.of());
    }
    Trail.Settled settled = trails.get(at).with(touch).settle();
    changed.set(at, settled.trail());
    return new Trails(changed).bounded(settled.stays());
  }

  /** Those of both; nothing settles but by the bounds. */
  Settled merge(Trails other) {
    List<Trail> all = new ArrayList<>(trails);
    for (Trail trail : other.trails) {
      int at = Collections.binarySearch(all, trail, Trail.ORDER);
      if (at < 0) {
        all.add(-at - 1, trail);
      } else {
        all.set(at, all.get(at).merge(trail));
      }
    }
    return new Trails(all).bounded(List.of());
  }

  private Settled bounded(List<Stay> settled) {
    Trails left = this;
    List<Stay> stays = settled;
    while (left.isTooMuch()) {
      List<Stay> more = new ArrayList<>(stays);
      left = left.halved(more);
      stays = more;
    }
    return new Settled(left, stays);
  }

  private Trails halved(List<Stay> settled) {
    List<Touch> touches = new ArrayList<>();
    trails.forEach(trail -> touches.addAll(trail.touches()));
    touches.sort(Touch.ORDER);
    Touch middle = touches.get((touches.size() - 1) / 2);
    boolean cut = trails.stream().allMatch(trail -> trail.settleUntil(middle).stays().isEmpty());
    List<Trail> left = new ArrayList<>();
    for (Trail trail : trails) {
      Trail.Settled half = cut ? trail.cutAfter(middle) : trail.settleUntil(middle);
      settled.addAll(half.stays());
      if (!half.trail().touches().isEmpty()) {
        left.add(half.trail());
      }
    }
    return new Trails(left);
  }

  private boolean isTooMuch() {
    int touches = 0;
    int characters = 0;
    for (Trail trail : trails) {
      touches += trail.touches().size();
      characters += trail.device().length() + trail.customerId().length();
      for (Touch touch : trail.touches()) {
        characters += length(touch.page()) + length(touch.campaign());
      }
    }
    return touches > MOST_TOUCHES
        || trails.size() > MOST_TRAILS
        || (touches * BYTES_A_TOUCH + characters > MOST_BYTES && bytes() > MOST_BYTES);
  }

  /** Texts that are said several times are written once. */
  private int bytes() {
    Set<String> texts = new HashSet<>();
    int bytes = 0;
    for (Trail trail : trails) {
      bytes += trail.touches().size() * BYTES_A_TOUCH;
      bytes += trail.device().length() + trail.customerId().length();
      for (Touch touch : trail.touches()) {
        bytes += texts.add(touch.page()) ? length(touch.page()) : 0;
        bytes += texts.add(touch.campaign()) ? length(touch.campaign()) : 0;
      }
    }
    return bytes;
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }
}
