package io.clientele.recommendation.rank;

import java.util.Arrays;

/** What is known of the candidates of one query: a row each, in one array that is used again. */
public final class FeatureMatrix {

  private final int columns;
  private float[] values;
  private int rows;

  public FeatureMatrix(int columns) {
    this.columns = columns;
    this.values = new float[columns];
  }

  /** Starts anew, with so many rows of zeros. */
  public void begin(int rows) {
    this.rows = rows;
    if (values.length < rows * columns) {
      values = new float[rows * columns];
    } else {
      Arrays.fill(values, 0, rows * columns, 0);
    }
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public float get(int row, int column) {
    return values[row * columns + column];
  }

  /** Any number but NaN, which no ranker knows how to take. */
  public void set(int row, int column, float value) {
    values[row * columns + column] = value;
  }

  /** The rows one after another; longer than they are. */
  float[] values() {
    return values;
  }
}
