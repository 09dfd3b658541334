package io.clientele.recommendation.rank;

/** Puts the candidates of a query in order. Immutable; any thread may ask. */
public sealed interface Ranker permits Trees, Linear, Blended {

  /** Of the fixed blend. */
  Ranker BLEND = new Blended();

  /** As answers and requests name it. */
  String name();

  /**
   * How good each candidate is; the higher the better, comparable within one query.
   *
   * @param into has a place for each row
   */
  void score(FeatureMatrix rows, float[] into);
}
