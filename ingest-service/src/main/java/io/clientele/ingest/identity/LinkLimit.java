package io.clientele.ingest.identity;

/**
 * How many links the ids of one customer may have between them: what would get more is no customer
 * but a value that many share.
 *
 * @param links 1 to {@link Component#MOST_LINKS}
 */
public record LinkLimit(int links) {

  public LinkLimit {
    if (links < 1 || links > Component.MOST_LINKS) {
      throw new IllegalArgumentException(
          "clientele.most-links must be 1 to " + Component.MOST_LINKS + ", not " + links);
    }
  }

  /** Whether one more may be added to so many. */
  boolean admitsOneMoreThan(int held) {
    return held < links;
  }
}
