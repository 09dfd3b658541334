package io.clientele.recommendation.fit;

import io.clientele.contract.RankerModel;
import io.clientele.contract.RankerModel.Tree;
import io.clientele.recommendation.rank.Candidates;
import io.clientele.recommendation.rank.Feature;
import io.clientele.recommendation.rank.FeatureMatrix;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What some sessions taught.
 *
 * @param linear null where nothing was to be learned
 * @param trees none where they cannot be learned or there is too little
 */
record Learned(RankerModel.Linear linear, List<Tree> trees) {

  /** Fewer steps to foretell teach trees chance. */
  private static final int LEAST_QUERIES_OF_TREES = 2_000;

  /** From at most about so many of what these sessions went on to. */
  static Learned from(Replay replay, List<Walk> sessions, int most, TreeFit trees) {
    Choice choice = Choice.of(most, sessions);
    LinearFit linear = new LinearFit();
    boolean hasTrees =
        trees.unavailable().isEmpty() && Choice.count(sessions) >= LEAST_QUERIES_OF_TREES;
    if (!hasTrees) {
      int taught = play(replay, sessions, choice, linear, null);
      return new Learned(taught == 0 ? null : linear.fit(), List.of());
    }
    int queries = (int) Math.min(1.1 * most, Choice.count(sessions));
    int rows = Math.multiplyExact(queries, Candidates.RANKED);
    try (TreeFit.Lesson lesson = trees.start(Feature.count(), rows)) {
      int taught = play(replay, sessions, choice, linear, lesson);
      return taught == 0 ? new Learned(null, List.of()) : new Learned(linear.fit(), lesson.fit());
    }
  }

  /** How many queries had the item that came next among their candidates. */
  private static int play(
      Replay replay, List<Walk> sessions, Choice choice, LinearFit linear, TreeFit.Lesson lesson) {
    FeatureMatrix rows = new FeatureMatrix(Feature.count());
    AtomicInteger taught = new AtomicInteger();
    replay.play(
        sessions,
        choice,
        (candidates, next) -> {
          int target = place(candidates, next);
          if (target < 0) {
            return; // whatever the order, it is not there
          }
          candidates.describe(rows);
          taught.incrementAndGet();
          linear.add(rows, target);
          if (lesson != null && lesson.hasRoomFor(rows.rows())) {
            lesson.add(rows, target);
          }
        });
    return taught.get();
  }

  private static int place(Candidates candidates, String item) {
    int place = candidates.size() - 1;
    while (place >= 0 && !candidates.text(place).equals(item)) {
      place--;
    }
    return place;
  }
}
