package io.clientele.profile.fold;

import io.clientele.contract.profile.Window;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Which UTC days the windows of a profile are made of; a day is its number since 1970-01-01. */
public final class Windows {

  private static final int SECONDS_A_DAY = 86_400;

  /** One more than the longest window has, for whoever compares with the day before. */
  private static final int DAYS_KEPT = 366;

  private Windows() {}

  /** The UTC day of a moment. */
  public static int day(Instant moment) {
    return (int) Math.floorDiv(moment.getEpochSecond(), SECONDS_A_DAY);
  }

  /**
   * The oldest day that can be in a window, other than that of life, of any time from now on.
   *
   * @param newestReceived the day on which the newest event was received: by the platform's clock,
   *     so that an event dated 2100 cannot push out the present
   */
  public static int oldestKept(int newestReceived) {
    return newestReceived - DAYS_KEPT;
  }

  /** A value for each window, the shortest first. */
  public static <V> Map<Window, V> each(Function<Window, V> value) {
    EnumMap<Window, V> values = new EnumMap<>(Window.class);
    for (Window window : Window.values()) {
      values.put(window, value.apply(window));
    }
    return Collections.unmodifiableMap(values);
  }
}
