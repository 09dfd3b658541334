package io.clientele.bench.sessions;

/** An item of a list that is served. */
record Listed(String id, double score) {

  private static final double TOLERANCE = 1e-6;

  /** Whether it is the same item, with the same score but for how it was written down. */
  boolean isLike(Listed other) {
    return id.equals(other.id) && Math.abs(score - other.score) <= TOLERANCE * Math.abs(score);
  }
}
