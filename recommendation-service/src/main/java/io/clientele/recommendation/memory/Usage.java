package io.clientele.recommendation.memory;

/**
 * What the sessions that have an item do with it, added up.
 *
 * @param starts sessions that begin with it
 * @param ends sessions that end with it
 * @param repeats sessions that have it more than once
 * @param carted sessions that put it into the cart
 * @param bought sessions that bought it
 * @param dwellSeconds from its steps to the next ones, each at most {@link #LONGEST_DWELL_SECONDS}
 */
public record Usage(int starts, int ends, int repeats, int carted, int bought, long dwellSeconds) {

  static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0);

  /** Longer than that nobody looks at an item. */
  static final int LONGEST_DWELL_SECONDS = 30 * 60;

  /** Of one session. */
  static Usage of(long[] steps, int item) {
    int newest = Steps.count(steps) - 1;
    boolean isCarted = false;
    boolean isBought = false;
    int times = 0;
    long dwellSeconds = 0;
    for (int at = 0; at <= newest; at++) {
      if (Steps.item(steps, at) == item) {
        times++;
        isCarted |= Steps.kind(steps, at) == Touches.Kind.CARTED;
        isBought |= Steps.kind(steps, at) == Touches.Kind.BOUGHT;
        long millis = Steps.millis(steps, Math.min(newest, at + 1)) - Steps.millis(steps, at);
        dwellSeconds += Math.min(LONGEST_DWELL_SECONDS, millis / 1000);
      }
    }
    return new Usage(
        Steps.item(steps, 0) == item ? 1 : 0,
        Steps.item(steps, newest) == item ? 1 : 0,
        times > 1 ? 1 : 0,
        isCarted ? 1 : 0,
        isBought ? 1 : 0,
        dwellSeconds);
  }

  /** This without what one session does with the item. */
  public Usage less(long[] steps, int item) {
    return plus(-1, of(steps, item));
  }

  /** This and so many times the other. */
  Usage plus(int times, Usage other) {
    return new Usage(
        starts + times * other.starts,
        ends + times * other.ends,
        repeats + times * other.repeats,
        carted + times * other.carted,
        bought + times * other.bought,
        dwellSeconds + times * other.dwellSeconds);
  }
}
