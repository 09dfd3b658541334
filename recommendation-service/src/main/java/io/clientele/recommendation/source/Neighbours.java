package io.clientele.recommendation.source;

/** The sessions most alike to one at hand: how alike, and by which newest item of it. */
final class Neighbours {

  private final Tally similarities;
  private final int[] anchors;
  private final int[] chosen;
  private final int size;

  /**
   * The most similar of those reached.
   *
   * @param similarities by slot; 0 for one that must not count
   * @param anchors by place in the tally: the distance of the newest shared item
   */
  Neighbours(Tally similarities, int[] anchors, int most) {
    this.similarities = similarities;
    this.anchors = anchors;
    this.chosen = new int[Math.min(similarities.size(), most)];
    double least = similarities.threshold(most);
    int above = choose(0, least, true);
    // Those just at the threshold fill what is left, in the order of sight: the newest first.
    this.size = choose(above, least, false);
  }

  int size() {
    return size;
  }

  int slot(int i) {
    return similarities.number(chosen[i]);
  }

  double similarity(int i) {
    return similarities.sum(chosen[i]);
  }

  /** How far from the session's newest item the newest shared one is, 0 for itself. */
  int anchor(int i) {
    return anchors[chosen[i]];
  }

  private int choose(int from, double least, boolean above) {
    int count = from;
    for (int place = 0; place < similarities.size() && count < chosen.length; place++) {
      double similarity = similarities.sum(place);
      if (similarity > 0 && (above ? similarity > least : similarity == least)) {
        chosen[count++] = place;
      }
    }
    return count;
  }
}
