package io.clientele.recommendation.rank;

import io.clientele.contract.RankerModel.Tree;
import java.util.List;

/**
 * A sum of regression trees in flat arrays, as gradient boosting learns them. All candidates go
 * through one tree before the next, so that the tree stays in the processor's nearest cache.
 */
public final class Trees implements Ranker {

  private final int[] firstNode;
  private final int[] firstLeaf;
  private final int[] features;
  private final float[] thresholds;
  private final int[] left;
  private final int[] right;
  private final float[] leaves;
  private final int columns;

  /**
   * The sum of these trees.
   *
   * @param columns of the rows that it will be asked about
   * @throws IllegalArgumentException where a tree looks at a column that there is not
   */
  public Trees(List<Tree> trees, int columns) {
    this.columns = columns;
    this.firstNode = new int[trees.size() + 1];
    this.firstLeaf = new int[trees.size() + 1];
    for (int i = 0; i < trees.size(); i++) {
      firstNode[i + 1] = firstNode[i] + trees.get(i).features().length;
      firstLeaf[i + 1] = firstLeaf[i] + trees.get(i).leaves().length;
    }
    int nodes = firstNode[trees.size()];
    this.features = new int[nodes];
    this.thresholds = new float[nodes];
    this.left = new int[nodes];
    this.right = new int[nodes];
    this.leaves = new float[firstLeaf[trees.size()]];
    for (int i = 0; i < trees.size(); i++) {
      place(trees.get(i), firstNode[i], firstLeaf[i]);
    }
  }

  private void place(Tree tree, int node, int leaf) {
    int inner = tree.features().length;
    for (int feature : tree.features()) {
      if (feature < 0 || feature >= columns) {
        throw new IllegalArgumentException("no feature " + feature + " of " + columns);
      }
    }
    System.arraycopy(tree.features(), 0, features, node, inner);
    System.arraycopy(tree.thresholds(), 0, thresholds, node, inner);
    System.arraycopy(tree.left(), 0, left, node, inner);
    System.arraycopy(tree.right(), 0, right, node, inner);
    System.arraycopy(tree.leaves(), 0, leaves, leaf, tree.leaves().length);
  }

  @Override
  public String name() {
    return "trees";
  }

  public int count() {
    return firstNode.length - 1;
  }

  @Override
  public void score(FeatureMatrix rows, float[] into) {
    if (rows.columns() != columns) {
      throw new IllegalArgumentException(rows.columns() + " columns instead of " + columns);
    }
    double[] sums = new double[rows.rows()];
    for (int tree = 0; tree < count(); tree++) {
      addTree(tree, rows, sums);
    }
    for (int row = 0; row < sums.length; row++) {
      into[row] = (float) sums[row];
    }
  }

  private void addTree(int tree, FeatureMatrix rows, double[] sums) {
    int base = firstNode[tree];
    int root = base == firstNode[tree + 1] ? ~0 : 0;
    float[] values = rows.values();
    for (int row = 0; row < sums.length; row++) {
      int node = root;
      while (node >= 0) {
        int at = base + node;
        node = values[row * columns + features[at]] <= thresholds[at] ? left[at] : right[at];
      }
      sums[row] += leaves[firstLeaf[tree] + ~node];
    }
  }
}
