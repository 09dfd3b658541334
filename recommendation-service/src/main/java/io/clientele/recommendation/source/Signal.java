package io.clientele.recommendation.source;

/**
 * What speaks for an item in a session. The weights of the fixed blend are those of models.md, "A
 * live recipe", but for the last two, which say nothing of sessions alone.
 */
public enum Signal {
  /** How often it followed the newest item at once. */
  M1(0),
  /** The same with forward decay. */
  M1F(.5),
  /** How often it followed the newest item within ten steps, by one over the distance. */
  SR(0),
  /** The same with forward decay. */
  SRF(1),
  /** {@link #SRF} of the item before the newest one. */
  SRF_2(0),
  /** {@link #SRF} of the item before that. */
  SRF_3(0),
  /** How often it came before the newest item, by one over the distance. */
  RV(.2),
  /** In how many sessions it is with the newest item, by how many have either. */
  COSINE(.3),
  /** {@link #SRF} over the newest items of the session. */
  SRAGG(1),
  /** {@link #COSINE} with forward decay over the newest items of the session. */
  COAGG(.6),
  /** What follows what follows the newest item. */
  TWOHOP(.5),
  /** What similar sessions have, by cosine and on either side of what is shared. */
  A(1),
  /** What similar sessions, by cosine, went on to. */
  A_DIR(.5),
  /** What similar sessions have, by product. */
  B(1),
  /** What similar sessions, by product, went on to. */
  B_DIR(1),
  /** What similar sessions had next after the newest item. */
  VNEXT(1),
  /** What orders have with the newest items. */
  TOGETHER(.3),
  /** What is like the newest items, of what nobody has touched yet. */
  CONTENT(.05),
  /** What goes with the items of the customer's earlier sessions. */
  HISTORY(.5);

  private final double weight;

  Signal(double weight) {
    this.weight = weight;
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
