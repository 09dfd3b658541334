package io.clientele.contract.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientele.contract.BrokenRuleException;

/**
 * How far back a number of a profile reaches: so many UTC days, today among them, or all of a
 * customer's life. Windows slide at midnight UTC, whether or not anything happens.
 */
public enum Window {
  DAY("1d", 1),
  WEEK("7d", 7),
  MONTH("30d", 30),
  QUARTER("90d", 90),
  YEAR("365d", 365),
  /** Everything, also what is dated later than today. */
  LIFE("life", 0);

  private final String wireName;
  private final int days;

  Window(String wireName, int days) {
    this.wireName = wireName;
    this.days = days;
  }

  /** The name that records carry. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /**
   * Whether what happened on a day counts.
   *
   * @param day days since 1970-01-01
   * @param today the same, of the time for which the window is asked
   */
  public boolean includes(int day, int today) {
    return this == LIFE || (day <= today && day >= first(today));
  }

  /** The oldest day that counts, unless this is {@link #LIFE}. */
  public int first(int today) {
    return today - days + 1;
  }

  /**
   * The window of this name.
   *
   * @throws BrokenRuleException if there is none
   */
  @JsonCreator
  public static Window named(String name) {
    for (Window window : values()) {
      if (window.wireName.equals(name)) {
        return window;
      }
    }
    throw new BrokenRuleException("the window is none that there is");
  }
}
