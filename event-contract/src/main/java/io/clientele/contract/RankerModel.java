package io.clientele.contract;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What puts the candidates of a session in order, as one shop's finished sessions taught it.
 *
 * @param version counts up, from 1
 * @param trainedAt when
 * @param data what it was learned from
 * @param features the columns that it looks at, in their order; an instance that computes others
 *     cannot use it
 * @param serve the best of its rankers: {@code trees}, {@code linear} or {@code blend}
 * @param trees to be added up; none where no trees could be learned
 * @param linear none where there was too little to learn
 * @param quality of each ranker on the newest part of the sessions, which none of them learned from
 */
public record RankerModel(
    int version,
    Instant trainedAt,
    Data data,
    List<String> features,
    String serve,
    List<Tree> trees,
    Linear linear,
    Map<String, Quality> quality) {

  private static final String NAME = "ranker@";
  private static final Pattern NAMED = Pattern.compile(NAME + "[1-9][0-9]{0,8}");

  public RankerModel {
    Require.that(version > 0, "version is not above zero");
    Require.present(trainedAt, "trainedAt");
    Require.present(data, "data");
    features = List.copyOf(Require.present(features, "features"));
    Require.text(serve, "serve");
    trees = trees == null ? List.of() : List.copyOf(trees);
    quality = quality == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(quality));
  }

  /** The key of the record that has this version, and how answers name it. */
  public static String name(int version) {
    return NAME + version;
  }

  /** The version that a name has; none where it is no name of a model. */
  public static OptionalInt version(String name) {
    return name != null && NAMED.matcher(name).matches()
        ? OptionalInt.of(Integer.parseInt(name.substring(NAME.length())))
        : OptionalInt.empty();
  }

  /** The key of its record, and how answers name it. */
  public String name() {
    return name(version);
  }

  /** The same under another number. */
  public RankerModel withVersion(int number) {
    return new RankerModel(number, trainedAt, data, features, serve, trees, linear, quality);
  }

  /**
   * What was learned from.
   *
   * @param from when the oldest session ended
   * @param to when the newest session ended
   * @param sessions how many there were
   * @param queries how many of their steps were to be foretold
   */
  public record Data(Instant from, Instant to, int sessions, int queries) {
    public Data {
      Require.present(from, "from");
      Require.present(to, "to");
    }
  }

  /**
   * A regression tree: inner nodes from the root, number 0, and leaves. A row goes left at a node
   * where its feature is at most the threshold.
   *
   * @param features the column that each inner node looks at
   * @param thresholds of each inner node
   * @param left where smaller and equal ones go: an inner node, or a leaf as {@code ~leaf}
   * @param right where greater ones go, likewise
   * @param leaves what each leaf adds; a tree without inner nodes has one
   */
  @SuppressWarnings("ArrayRecordComponent") // read as they are, never compared
  public record Tree(int[] features, float[] thresholds, int[] left, int[] right, float[] leaves) {

    public Tree {
      int inner = features.length;
      if (thresholds.length != inner
          || left.length != inner
          || right.length != inner
          || leaves.length != inner + 1) {
        throw new IllegalArgumentException(
            inner + " inner nodes need as many thresholds and children and one leaf more");
      }
      for (int node = 0; node < inner; node++) {
        requireBelow(node, left[node], inner);
        requireBelow(node, right[node], inner);
      }
    }

    /** Children stand behind their parents, so that no walk goes round in circles. */
    private static void requireBelow(int node, int child, int inner) {
      if (child >= inner || ~child > inner || (child >= 0 && child <= node)) {
        throw new IllegalArgumentException("node " + node + " has no child " + child);
      }
    }
  }

  /**
   * A weighted sum of inputs.
   *
   * @param means of each input
   * @param deviations of each input, its standard deviation
   * @param weights by bucket of the session's length, then by input
   */
  @SuppressWarnings("ArrayRecordComponent") // read as they are, never compared
  public record Linear(float[] means, float[] deviations, float[][] weights) {
    public Linear {
      Require.present(means, "means");
      Require.present(deviations, "deviations");
      for (float[] bucket : Require.present(weights, "weights")) {
        Require.present(bucket, "weights of a bucket");
      }
    }
  }

  /**
   * How well a ranker did.
   *
   * @param hitRate how often the next item was among the first 20, in percent
   * @param meanReciprocalRank the mean of one over its place among the first 20, in percent
   * @param queries how many steps were to be foretold
   */
  public record Quality(double hitRate, double meanReciprocalRank, int queries) {}
}
