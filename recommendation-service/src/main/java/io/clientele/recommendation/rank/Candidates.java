package io.clientele.recommendation.rank;

import io.clientele.recommendation.source.Greatest;
import io.clientele.recommendation.source.Signal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The best candidates of one query, best first. Valid until the same thread's next query, since
 * that uses their scores again.
 */
public final class Candidates {

  /** How many a ranker puts in order (models.md). */
  public static final int RANKED = 80;

  private final Query query;

  /** What chose them, by place in the query's scores. */
  private final double[] values;

  private final int[] places;
  private final double[] scores;

  private Candidates(Query query, double[] values, int[] places, double[] scores) {
    this.query = query;
    this.values = values;
    this.places = places;
    this.scores = scores;
  }

  /** The {@link #RANKED} with the greatest values, equal ones by id. */
  static Candidates of(Query query, double[] values) {
    return best(query, values, RANKED);
  }

  private static Candidates best(Query query, double[] values, int most) {
    double least = Greatest.least(values, values.length, most);
    int[] places =
        IntStream.range(0, values.length)
            .filter(place -> values[place] >= least && query.text(place) != null)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer place) -> -values[place])
                    .thenComparing(query::text))
            .limit(most)
            .mapToInt(Integer::intValue)
            .toArray();
    double[] scores = Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    return new Candidates(query, values, places, scores);
  }

  /** The same in the order of a ranker, equal ones as they were. */
  public Candidates orderedBy(Ranker ranker, FeatureMatrix rows) {
    describe(rows);
    float[] better = new float[places.length];
    ranker.score(rows, better);
    int[] order =
        IntStream.range(0, places.length)
            .boxed()
            .sorted(Comparator.comparingDouble(rank -> -better[rank]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ordered = Arrays.stream(order).map(rank -> places[rank]).toArray();
    double[] scored = Arrays.stream(order).mapToDouble(rank -> better[rank]).toArray();
    return new Candidates(query, values, ordered, scored);
  }

  /** These, then all others by what chose these; their scores go on below. */
  public Candidates all() {
    Candidates others = best(query, values, values.length);
    boolean[] isHere = new boolean[values.length];
    Arrays.stream(places).forEach(place -> isHere[place] = true);
    int[] rest = Arrays.stream(others.places).filter(place -> !isHere[place]).toArray();
    int[] all = Arrays.copyOf(places, places.length + rest.length);
    double[] allScores = Arrays.copyOf(scores, all.length);
    for (int i = 0; i < rest.length; i++) {
      all[places.length + i] = rest[i];
      double above = values[rest[0]] - values[rest[i]];
      allScores[places.length + i] =
          scores.length == 0 ? -above : scores[scores.length - 1] - above;
    }
    return new Candidates(query, values, all, allScores);
  }

  /** Those for which a signal speaks most, for who wants to know what it is worth alone. */
  public Candidates by(Signal signal) {
    double[] shares = new double[query.scores().size()];
    query.scores().addShares(signal, 1, shares);
    return of(query, shares);
  }

  /** Writes what rankers look at, a row for each. */
  public void describe(FeatureMatrix rows) {
    rows.begin(places.length);
    new Description(query, values, places).write(rows);
  }

  public int size() {
    return places.length;
  }

  public int item(int rank) {
    return query.scores().item(places[rank]);
  }

  /** Its id. */
  public String text(int rank) {
    return query.text(places[rank]);
  }

  /** Comparable within one query only, and not above that of the candidate before. */
  public double score(int rank) {
    return scores[rank];
  }

  /** What speaks for it, in the fixed blend. */
  public double part(Signal signal, int rank) {
    return signal.weight() * query.scores().share(signal, places[rank]);
  }
}
