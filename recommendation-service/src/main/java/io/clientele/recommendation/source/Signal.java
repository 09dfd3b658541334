package io.clientele.recommendation.source;

/**
 * What speaks for an item in a session. The weights of the fixed blend are those of models.md, "A
 * live recipe", but for the last three, which say nothing of sessions alone and on which no
 * published data set has anything: chosen small (see RATIONALE.md).
 */
public enum Signal {
  /** How often it followed the newest item at once. */
  M1(Origin.LAST_ITEM, 0),
  /** The same with forward decay. */
  M1F(Origin.LAST_ITEM, .5),
  /** How often it followed the newest item within ten steps, by one over the distance. */
  SR(Origin.LAST_ITEM, 0),
  /** The same with forward decay. */
  SRF(Origin.LAST_ITEM, 1),
  /** {@link #SRF} of the item before the newest one. */
  SRF_2(Origin.NEWEST_ITEMS, 0),
  /** {@link #SRF} of the item before that. */
  SRF_3(Origin.NEWEST_ITEMS, 0),
  /** How often it came before the newest item, by one over the distance. */
  RV(Origin.LAST_ITEM, .2),
  /** In how many sessions it is with the newest item, by how many have either. */
  COSINE(Origin.LAST_ITEM, .3),
  /** {@link #SRF} over the newest items of the session. */
  SRAGG(Origin.NEWEST_ITEMS, 1),
  /** {@link #COSINE} with forward decay over the newest items of the session. */
  COAGG(Origin.NEWEST_ITEMS, .6),
  /** What follows what follows the newest item. */
  TWOHOP(Origin.TWO_HOP, .5),
  /** What similar sessions have, by cosine and on either side of what is shared. */
  A(Origin.SIMILAR_SESSIONS, 1),
  /** What similar sessions, by cosine, went on to. */
  A_DIR(Origin.SIMILAR_SESSIONS, .5),
  /** What similar sessions have, by product. */
  B(Origin.SIMILAR_SESSIONS, 1),
  /** What similar sessions, by product, went on to. */
  B_DIR(Origin.SIMILAR_SESSIONS, 1),
  /** What similar sessions had next after the newest item. */
  VNEXT(Origin.SIMILAR_SESSIONS, 1),
  /** What orders have with the newest items. */
  TOGETHER(Origin.ORDERS, .3),
  /** What is like the newest items, of what nobody has touched yet. */
  CONTENT(Origin.CATALOGUE, .05),
  /** What goes with the items of the customer's earlier sessions. */
  HISTORY(Origin.EARLIER_SESSIONS, .5);

  /** Which source says it: what is said for one reason is one. */
  public enum Origin {
    LAST_ITEM,
    NEWEST_ITEMS,
    TWO_HOP,
    SIMILAR_SESSIONS,
    ORDERS,
    CATALOGUE,
    EARLIER_SESSIONS,
    /** The session has it already, which no signal says. */
    SESSION_ITSELF
  }

  private final Origin origin;
  private final double weight;

  Signal(Origin origin, double weight) {
    this.origin = origin;
    this.weight = weight;
  }

  /** Which source says it. */
  public Origin origin() {
    return origin;
  }

  /** Where it stands in arrays of all signals. */
  @SuppressWarnings("EnumOrdinal") // of arrays in memory, never stored
  int column() {
    return ordinal();
  }

  /** In the fixed blend. */
  public double weight() {
    return weight;
  }
}
