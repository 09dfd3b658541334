package io.clientele.local.simulate;

import java.util.Random;

/**
 * One customer of the simulated shop.
 *
 * @param number counts from 1
 * @param startsAnonymous whether the first visit begins before the login
 */
record Shopper(int number, Habits habits, boolean startsAnonymous) {

  private static final double ANONYMOUS_SHARE = 0.3;

  /** The shopper of this number in the shop of this seed: always the same one. */
  static Shopper of(long seed, int number, int categories) {
    Random random = randomness(seed, number, 0);
    return new Shopper(
        number, Habits.drawn(random, categories), random.nextDouble() < ANONYMOUS_SHARE);
  }

  /** The chance behind one part of a shopper's life, the same whenever it is asked for. */
  static Random randomness(long seed, int number, int part) {
    return new Random(seed ^ (number * 0x9E3779B97F4A7C15L) ^ (part * 0xC2B2AE3D27D4EB4FL));
  }

  String userId() {
    return "shopper-" + number;
  }

  String deviceId() {
    return "device-" + number;
  }
}
