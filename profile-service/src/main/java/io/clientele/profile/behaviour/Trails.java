package io.clientele.profile.behaviour;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The trails of all devices, in order, with {@link PackedTrails} as their form in a store's {@link
 * Journal}. What is beyond the bounds is settled, the oldest half at a time, visit by visit; only a
 * visit that is a half by itself is cut. Until then nothing is lost; from then on a late event that
 * belongs to what was settled makes a session of its own.
 */
record Trails(List<Trail> trails) {

  static final Trails NONE = new Trails(List.of());

  /** Of all devices; an hour of a busy person has a tenth of it. */
  static final int MOST_TOUCHES = 1_000;

  /** A customer of more is a tracker that makes up a device for each page. */
  static final int MOST_TRAILS = 200;

  /**
   * Of the packed form in bytes, with long pages and names of devices. Each character counts as
   * one, as nearly all in them take; of others it may grow to three times as much.
   */
  static final int MOST_LENGTH = 12_000;

  /** Of a packed touch without its texts: time 4 to 6, tie 4, kind and page 1 to 3, campaign 1. */
  private static final int BYTES_A_TOUCH = 12;

  /** What stays open, and the sessions that do not. */
  record Settled(Trails trails, List<Stay> stays) {}

  /** Of a journal, all that came in. */
  static Trails of(Journal journal) {
    Trails ordered = PackedTrails.read(journal.ordered());
    List<Trail> came = new ArrayList<>();
    journal.since().forEach(entry -> came.add(PackedTrails.trail(entry)));
    return came.isEmpty() ? ordered : ordered.and(came);
  }

  Journal journal() {
    return Journal.of(touches(), PackedTrails.of(this));
  }

  /** What stays open, when what cannot change any more is settled, and what is too much. */
  Settled settled() {
    List<Trail> left = new ArrayList<>();
    List<Stay> stays = new ArrayList<>();
    for (Trail trail : trails) {
      Trail.Settled settled = trail.settle();
      left.add(settled.trail());
      stays.addAll(settled.stays());
    }
    return new Trails(left).bounded(stays);
  }

  /** Those of both; nothing settles but by the bounds. */
  Settled merge(Trails other) {
    return and(other.trails).bounded(List.of());
  }

  private Trails and(List<Trail> others) {
    Map<Trail, List<Touch>> more = new TreeMap<>(Trail.ORDER);
    trails.forEach(trail -> more.put(trail, new ArrayList<>()));
    for (Trail trail : others) {
      more.computeIfAbsent(trail.empty(), none -> new ArrayList<>()).addAll(trail.touches());
    }
    List<Trail> all = new ArrayList<>();
    more.forEach((trail, touches) -> all.add(touches.isEmpty() ? trail : trail.and(touches)));
    return new Trails(all);
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

  private int touches() {
    int touches = 0;
    for (Trail trail : trails) {
      touches += trail.touches().size();
    }
    return touches;
  }

  private boolean isTooMuch() {
    int touches = touches();
    int characters = 0;
    for (Trail trail : trails) {
      characters += trail.device().length() + trail.customerId().length();
      for (Touch touch : trail.touches()) {
        characters += length(touch.page()) + length(touch.campaign());
      }
    }
    return touches > MOST_TOUCHES
        || trails.size() > MOST_TRAILS
        || (touches * BYTES_A_TOUCH + characters > MOST_LENGTH && packedLength() > MOST_LENGTH);
  }

  /** Texts that are said several times are written once. */
  private int packedLength() {
    Set<String> texts = new HashSet<>();
    int length = 0;
    for (Trail trail : trails) {
      length += trail.touches().size() * BYTES_A_TOUCH;
      length += trail.device().length() + trail.customerId().length();
      for (Touch touch : trail.touches()) {
        length += texts.add(touch.page()) ? length(touch.page()) : 0;
        length += texts.add(touch.campaign()) ? length(touch.campaign()) : 0;
      }
    }
    return length;
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }
}
