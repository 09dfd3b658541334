package io.clientele.profile.preference;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The bands of prices, of one unit in the base currency: each about twice as high as the one
 * before, since people judge prices by their ratio (Weber's law). They are the same for every shop,
 * so that a band's name says what it is.
 */
final class PriceLevel {

  private static final NavigableMap<BigDecimal, String> BY_LEAST = new TreeMap<>();

  static {
    BY_LEAST.put(BigDecimal.ZERO, "0-10");
    BY_LEAST.put(BigDecimal.valueOf(10), "10-25");
    BY_LEAST.put(BigDecimal.valueOf(25), "25-50");
    BY_LEAST.put(BigDecimal.valueOf(50), "50-100");
    BY_LEAST.put(BigDecimal.valueOf(100), "100-250");
    BY_LEAST.put(BigDecimal.valueOf(250), "250+");
  }

  private PriceLevel() {}

  /** The band's name; null without a price, or where nothing is paid: gifts have no level. */
  static String of(BigDecimal price) {
    return price == null || price.signum() <= 0 ? null : BY_LEAST.floorEntry(price).getValue();
  }
}
