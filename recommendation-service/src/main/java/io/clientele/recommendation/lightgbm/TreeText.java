package io.clientele.recommendation.lightgbm;

import io.clientele.contract.RankerModel.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as LightGBM writes it down ({@code SaveModelToString}): lines of {@code key=value}, first
 * of the whole, then of each tree after its {@code Tree=n}, up to {@code end of trees}.
 */
final class TreeText {

  private static final String END = "end of trees";
  private static final String TREE = "Tree=";

  private static final int CATEGORICAL = 1;
  private static final int ZERO_IS_MISSING = 1 << 2;

  private TreeText() {}

  /**
   * The trees of a model.
   *
   * @throws IllegalArgumentException where it has anything that a {@link Tree} cannot say: splits
   *     by category, zeros that count as missing, leaves with linear models, averaged trees
   */
  static List<Tree> parse(String model) {
    Map<String, String> head = new HashMap<>();
    List<Map<String, String>> trees = new ArrayList<>();
    Map<String, String> fields = head;
    for (String line : (Iterable<String>) model.lines().takeWhile(l -> !l.equals(END))::iterator) {
      if (line.startsWith(TREE)) {
        fields = new HashMap<>();
        trees.add(fields);
      }
      int equals = line.indexOf('=');
      fields.put(
          equals < 0 ? line : line.substring(0, equals),
          equals < 0 ? "" : line.substring(equals + 1));
    }
    if (head.containsKey("average_output")) {
      throw new IllegalArgumentException("its trees are averaged");
    }
    return trees.stream().map(TreeText::tree).toList();
  }

  private static Tree tree(Map<String, String> fields) {
    if (fields.getOrDefault("is_linear", "0").equals("1")) {
      throw new IllegalArgumentException("its leaves are linear models");
    }
    float[] leaves = leaves(fields);
    if (leaves.length == 1) {
      return new Tree(new int[0], new float[0], new int[0], new int[0], leaves);
    }
    for (int decision : integers(fields, "decision_type")) {
      if ((decision & (CATEGORICAL | ZERO_IS_MISSING)) != 0) {
        throw new IllegalArgumentException("it decides other than by a threshold");
      }
    }
    return new Tree(
        integers(fields, "split_feature"),
        thresholds(fields),
        integers(fields, "left_child"),
        integers(fields, "right_child"),
        leaves);
  }

  /**
   * The greatest float that is not above each double, so that {@code float <= it} says the same.
   */
  private static float[] thresholds(Map<String, String> fields) {
    double[] exact = decimals(fields, "threshold");
    float[] thresholds = new float[exact.length];
    for (int i = 0; i < exact.length; i++) {
      float rounded = (float) exact[i];
      thresholds[i] = rounded > exact[i] ? Math.nextDown(rounded) : rounded;
    }
    return thresholds;
  }

  private static float[] leaves(Map<String, String> fields) {
    double[] exact = decimals(fields, "leaf_value");
    float[] leaves = new float[exact.length];
    for (int i = 0; i < exact.length; i++) {
      leaves[i] = (float) exact[i];
    }
    return leaves;
  }

  private static int[] integers(Map<String, String> fields, String key) {
    return Arrays.stream(values(fields, key)).mapToInt(Integer::parseInt).toArray();
  }

  private static double[] decimals(Map<String, String> fields, String key) {
    return Arrays.stream(values(fields, key)).mapToDouble(Double::parseDouble).toArray();
  }

  private static String[] values(Map<String, String> fields, String key) {
    String value = fields.get(key);
    if (value == null) {
      throw new IllegalArgumentException("it says no " + key);
    }
    return value.trim().split(" +");
  }
}
