package io.clientele.recommendation;

import java.util.List;

/**
 * Vector multiplication session-based kNN with sequence and time aware weights (Garg et al. 2019;
 * Ludewig et al. 2021), symmetric, cosine: models.md, "A live recipe". What sessions like this one
 * went on to is suggested, the more the closer it stood to the newest item that both have.
 */
final class Vstan {

  /**
   * How weights fall.
   *
   * @param sessionPosition steps within the session at hand (spw)
   * @param itemPosition steps within the neighbour, from the newest shared item (inh)
   * @param anchorPosition steps from the session's newest item to the newest shared one (ipw)
   * @param ageMillis the neighbour's age (snh)
   * @param idf the weight of an item's rarity
   * @param neighbours how many of the most similar sessions count (k)
   */
  record Parameters(
      double sessionPosition,
      double itemPosition,
      double anchorPosition,
      double ageMillis,
      double idf,
      int neighbours) {

    /**
     * DEF A of models.md. Its age is counted in sessions, which depends on the order of arrival;
     * here it is 30 days, between the 5 and 100 that session-rec's tuned sets have.
     */
    static final Parameters DEFAULT = new Parameters(4, 2, 4, 30 * 86_400_000.0, 1, 1000);
  }

  /** The newest items of a session that count; the weight of older ones is below e⁻¹². */
  static final int NEWEST_ITEMS = 50;

  private final SessionIndex index;
  private final Parameters parameters;
  private final double[] itemWeights = new double[SessionIndex.STEPS];

  Vstan(SessionIndex index, Parameters parameters) {
    this.index = index;
    this.parameters = parameters;
    for (int distance = 0; distance < itemWeights.length; distance++) {
      itemWeights[distance] = Math.exp(-distance / parameters.itemPosition());
    }
  }

  /**
   * Scores what the neighbours of a session have.
   *
   * @param newestFirst the session's items, each once, as numbers; {@link Items#UNKNOWN} for one
   *     that keeps its place but has no neighbours
   * @param own sessions that must not count
   */
  Scores score(List<Integer> newestFirst, Own own) {
    Neighbours neighbours = neighboursOf(newestFirst, own);
    Tally scores = new Tally(4 * neighbours.size());
    for (int i = 0; i < neighbours.size(); i++) {
      long[] steps = index.sessions().steps(neighbours.slot(i));
      int anchor = anchorPlace(steps, newestFirst.get(neighbours.anchor(i)));
      for (int place = 0; place < Steps.count(steps); place++) {
        if (Steps.isLastOfItsItem(steps, place)) {
          int item = Steps.item(steps, place);
          double weight = itemWeights[Math.abs(place - anchor)] * rarity(item);
          scores.add(item, neighbours.similarity(i) * weight);
        }
      }
    }
    return new Scores(scores, neighbours, newestFirst);
  }

  private Neighbours neighboursOf(List<Integer> newestFirst, Own own) {
    int reached = 0;
    for (int item : newestFirst) {
      reached += item == Items.UNKNOWN ? 0 : index.postings().size(item);
    }
    Tally similarities = new Tally(reached);
    int[] anchors = new int[Math.max(1, reached)];
    for (int distance = 0; distance < newestFirst.size(); distance++) {
      int item = newestFirst.get(distance);
      int sessions = item == Items.UNKNOWN ? 0 : index.postings().size(item);
      double weight = Math.exp(-distance / parameters.sessionPosition());
      for (int rank = 0; rank < sessions; rank++) {
        int slot = index.postings().slot(item, rank);
        int before = similarities.size();
        int place = similarities.add(slot, weight);
        if (place == before) {
          anchors[place] = distance;
        }
      }
    }
    return select(similarities, anchors, own);
  }

  private Neighbours select(Tally similarities, int[] anchors, Own own) {
    for (int place = 0; place < similarities.size(); place++) {
      int slot = similarities.number(place);
      similarities.scale(place, own.contains(index, slot) ? 0 : factor(slot, anchors[place]));
    }
    return new Neighbours(similarities, anchors, parameters.neighbours());
  }

  private double factor(int slot, int anchorDistance) {
    double age =
        Steps.millis(index.sessions().newest()) - Steps.millis(index.sessions().newest(slot));
    return Math.exp(-age / parameters.ageMillis() - anchorDistance / parameters.anchorPosition())
        / Math.sqrt(index.distinct(slot));
  }

  private double rarity(int item) {
    double sessions = index.sessions().size() + 1;
    return 1 + parameters.idf() * Math.log(sessions / (index.postings().frequency(item) + 1));
  }

  private static int anchorPlace(long[] steps, int item) {
    int place = Steps.count(steps) - 1;
    while (Steps.item(steps, place) != item) {
      place--;
    }
    return place;
  }

  /** The sessions that are the asker's own. */
  interface Own {
    boolean contains(SessionIndex index, int slot);
  }

  /** What each item scored, and why. */
  final class Scores {

    private final Tally scores;
    private final Neighbours neighbours;
    private final List<Integer> newestFirst;

    private Scores(Tally scores, Neighbours neighbours, List<Integer> newestFirst) {
      this.scores = scores;
      this.neighbours = neighbours;
      this.newestFirst = newestFirst;
    }

    int size() {
      return scores.size();
    }

    int item(int place) {
      return scores.number(place);
    }

    double score(int place) {
      return scores.sum(place);
    }

    /** For each of some items the session's item that the largest share of its score is due to. */
    int[] evidence(List<Integer> items) {
      Tally asked = new Tally(items.size());
      items.forEach(item -> asked.add(item, 0));
      Tally distances = new Tally(newestFirst.size());
      double[] weights = new double[newestFirst.size()];
      for (int distance = 0; distance < weights.length; distance++) {
        weights[distance] = Math.exp(-distance / parameters.sessionPosition());
        if (newestFirst.get(distance) != Items.UNKNOWN) {
          distances.add(newestFirst.get(distance), distance);
        }
      }
      double[][] shares = new double[items.size()][newestFirst.size()];
      for (int i = 0; i < neighbours.size(); i++) {
        share(i, asked, distances, weights, shares);
      }
      int[] evidence = new int[items.size()];
      for (int i = 0; i < evidence.length; i++) {
        int best = 0;
        for (int distance = 1; distance < newestFirst.size(); distance++) {
          best = shares[i][distance] > shares[i][best] ? distance : best;
        }
        evidence[i] = newestFirst.get(best);
      }
      return evidence;
    }

    private void share(
        int neighbour, Tally asked, Tally distances, double[] weights, double[][] shares) {
      long[] steps = index.sessions().steps(neighbours.slot(neighbour));
      int anchor = anchorPlace(steps, newestFirst.get(neighbours.anchor(neighbour)));
      int[] shared = new int[Steps.count(steps)];
      int sharedCount = 0;
      double shareSum = 0;
      for (int place = 0; place < Steps.count(steps); place++) {
        int known = distances.find(Steps.item(steps, place));
        if (known >= 0 && Steps.isLastOfItsItem(steps, place)) {
          shared[sharedCount] = (int) distances.sum(known);
          shareSum += weights[shared[sharedCount++]];
        }
      }
      for (int place = 0; place < Steps.count(steps); place++) {
        int wanted = asked.find(Steps.item(steps, place));
        if (wanted >= 0 && Steps.isLastOfItsItem(steps, place)) {
          double due =
              neighbours.similarity(neighbour) * itemWeights[Math.abs(place - anchor)] / shareSum;
          for (int i = 0; i < sharedCount; i++) {
            shares[wanted][shared[i]] += due * weights[shared[i]];
          }
        }
      }
    }
  }
}
