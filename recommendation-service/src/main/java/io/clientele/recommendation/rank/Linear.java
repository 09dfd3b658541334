package io.clientele.recommendation.rank;

import io.clientele.contract.RankerModel;

/** A weighted sum of {@link Inputs}, with other weights for longer sessions. */
public final class Linear implements Ranker {

  private final RankerModel.Linear model;

  /**
   * What a model says.
   *
   * @throws IllegalArgumentException where it is of other inputs
   */
  public Linear(RankerModel.Linear model) {
    boolean fits =
        model.means().length == Inputs.COUNT
            && model.deviations().length == Inputs.COUNT
            && model.weights().length == Inputs.BUCKET_COUNT;
    for (float[] weights : model.weights()) {
      fits &= weights.length == Inputs.COUNT;
    }
    if (!fits) {
      throw new IllegalArgumentException("a linear ranker of other inputs");
    }
    this.model = model;
  }

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public void score(FeatureMatrix rows, float[] into) {
    if (rows.rows() == 0) {
      return;
    }
    float[] weights = model.weights()[Inputs.bucket(rows)];
    float[] inputs = new float[Inputs.COUNT];
    for (int row = 0; row < rows.rows(); row++) {
      Inputs.write(rows, row, inputs);
      float sum = 0;
      for (int i = 0; i < inputs.length; i++) {
        sum += weights[i] * (inputs[i] - model.means()[i]) / model.deviations()[i];
      }
      into[row] = sum;
    }
  }
}
