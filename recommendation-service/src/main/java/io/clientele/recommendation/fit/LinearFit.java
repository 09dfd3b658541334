package io.clientele.recommendation.fit;

import io.clientele.contract.RankerModel;
import io.clientele.recommendation.rank.FeatureMatrix;
import io.clientele.recommendation.rank.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns a linear ranker: that the item that came next is the likeliest of its query's candidates,
 * p(j) ∝ exp((w + w_bucket)·x), by AdaGrad (models.md, "Softmax ranker").
 */
final class LinearFit {

  private static final double RATE = .05;
  private static final int EPOCHS = 2;
  private static final double LEAST_DEVIATION = 1e-6;
  private static final double LEAST_GRADIENT = 1e-8;

  /** One query: the inputs of its candidates one after another. */
  @SuppressWarnings("ArrayRecordComponent") // read by this class only, never compared
  private record Example(float[] inputs, int target, int bucket) {}

  private final List<Example> examples = new ArrayList<>();
  private final double[] sums = new double[Inputs.COUNT];
  private final double[] squares = new double[Inputs.COUNT];
  private long rows;

  /** Takes a query in; the target is the row of the item that came next. */
  void add(FeatureMatrix candidates, int target) {
    float[] all = new float[candidates.rows() * Inputs.COUNT];
    float[] inputs = new float[Inputs.COUNT];
    for (int row = 0; row < candidates.rows(); row++) {
      Inputs.write(candidates, row, inputs);
      System.arraycopy(inputs, 0, all, row * Inputs.COUNT, Inputs.COUNT);
      for (int i = 0; i < inputs.length; i++) {
        sums[i] += inputs[i];
        squares[i] += (double) inputs[i] * inputs[i];
      }
    }
    rows += candidates.rows();
    examples.add(new Example(all, target, Inputs.bucket(candidates)));
  }

  /** What all queries taught. */
  RankerModel.Linear fit() {
    float[] means = new float[Inputs.COUNT];
    float[] deviations = new float[Inputs.COUNT];
    for (int i = 0; i < Inputs.COUNT; i++) {
      double mean = sums[i] / rows;
      means[i] = (float) mean;
      double variance = Math.max(0, squares[i] / rows - mean * mean);
      deviations[i] = (float) Math.max(LEAST_DEVIATION, Math.sqrt(variance));
    }
    for (Example example : examples) {
      for (int at = 0; at < example.inputs.length; at++) {
        int i = at % Inputs.COUNT;
        example.inputs[at] = (example.inputs[at] - means[i]) / deviations[i];
      }
    }
    Weights shared = new Weights();
    Weights[] own = new Weights[Inputs.BUCKET_COUNT];
    Arrays.setAll(own, bucket -> new Weights());
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (Example example : examples) {
        double[] gradient = gradient(example, shared, own[example.bucket]);
        shared.descend(gradient);
        own[example.bucket].descend(gradient);
      }
    }
    float[][] weights = new float[own.length][Inputs.COUNT];
    for (int bucket = 0; bucket < own.length; bucket++) {
      for (int i = 0; i < Inputs.COUNT; i++) {
        weights[bucket][i] = (float) (shared.values[i] + own[bucket].values[i]);
      }
    }
    return new RankerModel.Linear(means, deviations, weights);
  }

  /** Of the negative logarithm of the target's probability. */
  private static double[] gradient(Example example, Weights shared, Weights own) {
    int candidates = example.inputs.length / Inputs.COUNT;
    double[] chances = new double[candidates];
    double greatest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < candidates; row++) {
      for (int i = 0; i < Inputs.COUNT; i++) {
        double weight = shared.values[i] + own.values[i];
        chances[row] += weight * example.inputs[row * Inputs.COUNT + i];
      }
      greatest = Math.max(greatest, chances[row]);
    }
    double sum = 0;
    for (int row = 0; row < candidates; row++) {
      chances[row] = Math.exp(chances[row] - greatest);
      sum += chances[row];
    }
    double[] gradient = new double[Inputs.COUNT];
    for (int row = 0; row < candidates; row++) {
      double wrong = chances[row] / sum - (row == example.target ? 1 : 0);
      for (int i = 0; i < Inputs.COUNT; i++) {
        gradient[i] += wrong * example.inputs[row * Inputs.COUNT + i];
      }
    }
    return gradient;
  }

  private static final class Weights {
    final double[] values = new double[Inputs.COUNT];
    private final double[] squares = new double[Inputs.COUNT];

    void descend(double[] gradient) {
      for (int i = 0; i < values.length; i++) {
        squares[i] += gradient[i] * gradient[i];
        values[i] -= RATE * gradient[i] / Math.sqrt(squares[i] + LEAST_GRADIENT);
      }
    }
  }
}
