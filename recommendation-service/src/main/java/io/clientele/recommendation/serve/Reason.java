package io.clientele.recommendation.serve;

import java.util.Locale;
import java.util.Optional;

/**
 * Why an item is suggested.
 *
 * @param kind what speaks for it
 * @param item the id of the item that the largest share of its score is due to, or null
 * @param itemName what the catalogue calls that item, or its id; null without one
 * @param category the name of the category in which it is popular, or null
 * @param count how often that was so, by the kind; empty where nothing is counted
 */
public record Reason(
    Kind kind, String item, String itemName, String category, Optional<Long> count) {

  /** What speaks for an item. */
  public enum Kind {
    /** What similar sessions have; counts those that have both. */
    SESSION,
    /** The session has it already; counts how often. */
    AGAIN,
    /** What is bought with the item; counts the orders of both. */
    TOGETHER,
    /** What goes with an item of the customer's earlier sessions; counts those that have both. */
    HISTORY,
    /** What is popular in the category; counts the sessions of the last two days. */
    POPULAR,
    /** What is popular in the whole shop; counts the same. */
    TRENDING,
    /** What is like the item by what the catalogue says. */
    SIMILAR;

    /** As answers name it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Reason trending(long sessions) {
    return new Reason(Kind.TRENDING, null, null, null, Optional.of(sessions));
  }

  static Reason popular(String category, long sessions) {
    return new Reason(Kind.POPULAR, null, null, category, Optional.of(sessions));
  }
}
