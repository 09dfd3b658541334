package io.clientele.profile.behaviour;

import io.clientele.contract.CustomerIds;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How {@link Trails} stand in a store: each page and campaign once, then touches of some ten bytes,
 * which name them by number.
 */
final class PackedTrails {

  private static final int OWN_NAME = 0;
  private static final int OF_DEVICE = 1;
  private static final int OTHER_NAME = 2;

  /**
   * Low bits of a touch's head: its kind, and whether it names a campaign; the rest is the page.
   */
  private static final int KIND_BITS = 2;

  private static final int KIND_MASK = (1 << KIND_BITS) - 1;
  private static final int HAS_CAMPAIGN = 1 << KIND_BITS;
  private static final int PAGE_SHIFT = KIND_BITS + 1;

  /** By the number under which they are written. */
  private static final List<Touch.Kind> KINDS =
      List.of(Touch.Kind.PAGE, Touch.Kind.PRODUCT, Touch.Kind.ACT, Touch.Kind.ASIDE);

  private PackedTrails() {}

  /** One touch, as it comes in. */
  static Journal.Entry entry(String device, String customerId, Touch touch) {
    Packer owner = new Packer().text(device);
    packName(device, customerId, owner);
    int named = (touch.page() == null ? 0 : 1) << PAGE_SHIFT;
    int campaign = touch.campaign() == null ? 0 : HAS_CAMPAIGN;
    Packer packer =
        new Packer()
            .time(touch.at())
            .fixed(touch.tie())
            .number(named | campaign | KINDS.indexOf(touch.kind()));
    if (named != 0) {
      packer.text(touch.page());
    }
    if (campaign != 0) {
      packer.text(touch.campaign());
    }
    return new Journal.Entry(owner.toBytes(), packer.toBytes());
  }

  /** What {@link #entry} made of a touch, as a trail of its own. */
  static Trail trail(Journal.Entry entry) {
    Unpacker owner = entry.owner();
    String device = owner.text();
    String customerId = name(device, owner);
    Unpacker unpacker = entry.touch();
    Instant at = unpacker.time();
    int tie = unpacker.fixed();
    int head = unpacker.integer();
    String page = head >>> PAGE_SHIFT == 0 ? null : unpacker.text();
    String campaign = (head & HAS_CAMPAIGN) == 0 ? null : unpacker.text();
    return new Trail(
        device,
        customerId,
        List.of(new Touch(at, tie, KINDS.get(head & KIND_MASK), page, campaign)));
  }

  static byte[] of(Trails trails) {
    if (trails.trails().isEmpty()) {
      return new byte[0];
    }
    Map<String, Integer> texts = texts(trails);
    Packer packer = new Packer().number(texts.size());
    texts.keySet().forEach(packer::text);
    for (Trail trail : trails.trails()) {
      packer.text(trail.device());
      packName(trail.device(), trail.customerId(), packer);
      packer.number(trail.touches().size());
      for (Touch touch : trail.touches()) {
        pack(touch, texts, packer);
      }
    }
    return packer.toBytes();
  }

  static Trails read(byte[] packed) {
    if (packed == null || packed.length == 0) {
      return Trails.NONE;
    }
    Unpacker unpacker = new Unpacker(packed);
    String[] texts = new String[unpacker.integer()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = unpacker.text();
    }
    List<Trail> trails = new ArrayList<>();
    while (unpacker.hasMore()) {
      String device = unpacker.text();
      String customerId = name(device, unpacker);
      int size = unpacker.integer();
      List<Touch> touches = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        touches.add(touch(texts, unpacker));
      }
      trails.add(new Trail(device, customerId, touches));
    }
    return new Trails(trails);
  }

  /** Numbered from 1; 0 is none. */
  private static Map<String, Integer> texts(Trails trails) {
    Map<String, Integer> texts = new LinkedHashMap<>();
    for (Trail trail : trails.trails()) {
      for (Touch touch : trail.touches()) {
        if (touch.page() != null) {
          texts.putIfAbsent(touch.page(), texts.size() + 1);
        }
        if (touch.campaign() != null) {
          texts.putIfAbsent(touch.campaign(), texts.size() + 1);
        }
      }
    }
    return texts;
  }

  private static void packName(String device, String customerId, Packer packer) {
    if (customerId.equals(device)) {
      packer.number(OWN_NAME);
    } else if (customerId.equals(CustomerIds.ofDevice(device))) {
      packer.number(OF_DEVICE);
    } else {
      packer.number(OTHER_NAME).text(customerId);
    }
  }

  private static String name(String device, Unpacker unpacker) {
    int kind = unpacker.integer();
    if (kind == OTHER_NAME) {
      return unpacker.text();
    }
    return kind == OWN_NAME ? device : CustomerIds.ofDevice(device);
  }

  private static void pack(Touch touch, Map<String, Integer> texts, Packer packer) {
    int page = touch.page() == null ? 0 : texts.get(touch.page());
    int campaign = touch.campaign() == null ? 0 : HAS_CAMPAIGN;
    packer
        .time(touch.at())
        .fixed(touch.tie())
        .number(page << PAGE_SHIFT | campaign | KINDS.indexOf(touch.kind()));
    if (campaign != 0) {
      packer.number(texts.get(touch.campaign()));
    }
  }

  private static Touch touch(String[] texts, Unpacker unpacker) {
    Instant at = unpacker.time();
    int tie = unpacker.fixed();
    int head = unpacker.integer();
    int page = head >>> PAGE_SHIFT;
    String campaign = (head & HAS_CAMPAIGN) == 0 ? null : texts[unpacker.integer() - 1];
    return new Touch(
        at, tie, KINDS.get(head & KIND_MASK), page == 0 ? null : texts[page - 1], campaign);
  }
}
