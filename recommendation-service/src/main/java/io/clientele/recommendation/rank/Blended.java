package io.clientele.recommendation.rank;

/** Leaves the candidates in the order of the fixed blend. */
record Blended() implements Ranker {

  @Override
  public String name() {
    return "blend";
  }

  @Override
  public void score(FeatureMatrix rows, float[] into) {
    for (int row = 0; row < rows.rows(); row++) {
      into[row] = rows.get(row, Feature.BLEND.column());
    }
  }
}
