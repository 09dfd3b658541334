package io.clientele.profile;

/**
 * How much of one customer is kept.
 *
 * @param identities how many other ids may be the same customer; a device or an account that many
 *     share has more
 * @param orders how many orders a customer may have
 * @param timeline how many of the newest events of each id the timeline keeps, and how many of all
 *     ids a request for it reads
 */
public record Limits(int identities, int orders, int timeline) {

  public Limits {
    if (identities < 1 || orders < 1 || timeline < 1) {
      throw new IllegalArgumentException("each limit of a customer must be at least 1");
    }
  }

  /** Lines of one id that gather before the oldest are deleted, all at once. */
  int timelineSlack() {
    return timeline / 10;
  }
}
