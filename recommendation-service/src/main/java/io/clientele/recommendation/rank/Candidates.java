package io.clientele.recommendation.rank;

import io.clientele.recommendation.source.Greatest;
import io.clientele.recommendation.source.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The best candidates of one query, best first. Valid until the same thread's next query, since
 * that uses their scores again.
 */
public final class Candidates {

  /** How many a ranker puts in order (models.md). */
  public static final int RANKED = 80;

  /**
   * One of them.
   *
   * @param place in the query's scores
   * @param text its id, as of when it was chosen: it may leave meanwhile
   * @param score what it is in order by
   */
  private record Candidate(int place, String text, double score) {

    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::text);

    Candidate with(double other) {
      return new Candidate(place, text, other);
    }
  }

  private final Query query;

  /** What chose them, by place in the query's scores. */
  private final double[] values;

  private final List<Candidate> candidates;

  private Candidates(Query query, double[] values, List<Candidate> candidates) {
    this.query = query;
    this.values = values;
    this.candidates = candidates;
  }

  /** The {@link #RANKED} with the greatest values, equal ones by id. */
  static Candidates of(Query query, double[] values) {
    return new Candidates(query, values, best(query, values, RANKED));
  }

  private static List<Candidate> best(Query query, double[] values, int most) {
    double least = Greatest.least(values, values.length, most);
    List<Candidate> best = new ArrayList<>();
    for (int place = 0; place < values.length; place++) {
      String text = values[place] < least ? null : query.text(place);
      if (text != null) {
        best.add(new Candidate(place, text, values[place]));
      }
    }
    best.sort(Candidate.BEST_FIRST);
    return best.subList(0, Math.min(most, best.size()));
  }

  /**
   * The same in the order of a ranker, equal ones by id.
   *
   * @param rows what {@link #describe} wrote of these
   */
  public Candidates orderedBy(Ranker ranker, FeatureMatrix rows) {
    float[] scores = new float[size()];
    ranker.score(rows, scores);
    List<Candidate> ordered =
        new ArrayList<>(
            IntStream.range(0, size())
                .mapToObj(rank -> candidates.get(rank).with(scores[rank]))
                .toList());
    ordered.sort(Candidate.BEST_FIRST);
    return new Candidates(query, values, ordered);
  }

  /** These, then all others by what chose these; their scores go on below. */
  public Candidates all() {
    boolean[] isHere = new boolean[values.length];
    candidates.forEach(candidate -> isHere[candidate.place()] = true);
    List<Candidate> all = new ArrayList<>(candidates);
    double score = size() == 0 ? 0 : score(size() - 1);
    double greatest = Double.NaN;
    for (Candidate other : best(query, values, values.length)) {
      if (!isHere[other.place()]) {
        greatest = Double.isNaN(greatest) ? other.score() : greatest;
        all.add(other.with(score + other.score() - greatest));
      }
    }
    return new Candidates(query, values, all);
  }

  /** Those for which a signal speaks most, for who wants to know what it is worth alone. */
  public Candidates by(Signal signal) {
    double[] shares = new double[query.scores().size()];
    query.scores().addShares(signal, 1, shares);
    return of(query, shares);
  }

  /** Writes what rankers look at, a row for each. */
  public void describe(FeatureMatrix rows) {
    rows.begin(size());
    int[] places = candidates.stream().mapToInt(Candidate::place).toArray();
    new Description(query, values, places).write(rows);
  }

  public int size() {
    return candidates.size();
  }

  public int item(int rank) {
    return query.scores().item(candidates.get(rank).place());
  }

  /** Its id. */
  public String text(int rank) {
    return candidates.get(rank).text();
  }

  /** Comparable within one query only, and not above that of the candidate before. */
  public double score(int rank) {
    return candidates.get(rank).score();
  }

  /** The source that adds most for it to the fixed blend. */
  public Signal.Origin strongest(int rank) {
    int place = candidates.get(rank).place();
    Map<Signal.Origin, Double> parts = new EnumMap<>(Signal.Origin.class);
    for (Signal signal : Signal.values()) {
      double part = signal.weight() * query.scores().share(signal, place);
      parts.merge(signal.origin(), part, Double::sum);
    }
    int distance = query.session().distance(item(rank));
    if (distance >= 0) {
      parts.put(Signal.Origin.SESSION_ITSELF, Blend.ofSession(distance));
    }
    return Collections.max(parts.entrySet(), Map.Entry.comparingByValue()).getKey();
  }
}
