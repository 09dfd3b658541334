package io.clientele.profile.behaviour;

import io.clientele.contract.CustomerEvent;

/**
 * What packed touches keep of an event's id to order events of the same moment: its first eight
 * hexadecimal digits. Ingest's ids are hashes of 32, so that two events of one customer and one
 * moment agree in these once in four thousand million; then what the touches say decides, so that
 * the order of arrival still does not.
 */
final class Tie {

  private static final int DIGITS = 8;
  private static final int BITS_A_DIGIT = 4;
  private static final int BASE = 16;

  private Tie() {}

  /** To be compared as unsigned; what is no hexadecimal digit counts as zero. */
  static int of(CustomerEvent event) {
    String id = event.eventId();
    int tie = 0;
    for (int i = 0; i < DIGITS; i++) {
      int digit = i < id.length() ? Character.digit(id.charAt(i), BASE) : 0;
      tie = tie << BITS_A_DIGIT | Math.max(digit, 0);
    }
    return tie;
  }
}
