package io.clientele.contract;

import java.util.List;

/**
 * How customers are named. A known customer's id is the id that the shop gave; a shopper without
 * one is named after the device, under a prefix that no shop may use, so that the two never
 * collide.
 */
public final class CustomerIds {

  /** What a customer id of a device starts with; ingest refuses shop ids that start so. */
  public static final String ANONYMOUS_PREFIX = "anonymous:";

  private CustomerIds() {}

  /** The customer id of a device that nobody has logged in on. */
  public static String ofDevice(String anonymousId) {
    return ANONYMOUS_PREFIX + anonymousId;
  }

  /** Whether a customer id names a device rather than somebody the shop knows. */
  public static boolean isAnonymous(String customerId) {
    return customerId.startsWith(ANONYMOUS_PREFIX);
  }

  /** The id as the shop sent it, without our prefix. */
  public static String rawId(String customerId) {
    return isAnonymous(customerId) ? customerId.substring(ANONYMOUS_PREFIX.length()) : customerId;
  }

  /**
   * The customer ids that somebody who asks for {@code anyId} may mean, the likeliest first: a
   * shop's id, or a device's id with or without the prefix.
   */
  public static List<String> candidates(String anyId) {
    return isAnonymous(anyId) ? List.of(anyId) : List.of(anyId, ofDevice(anyId));
  }
}
