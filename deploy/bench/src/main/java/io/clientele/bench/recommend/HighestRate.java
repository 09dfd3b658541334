package io.clientele.bench.recommend;

import java.util.ArrayList;
import java.util.List;

/**
 * The highest rate that a service bears: up by a quarter until it fails for the first time, then
 * half-ways between what it bore and what it did not, three times. A trial that fails, maybe by a
 * pause of the collector's, is made good by the next two.
 *
 * @param perSecond 0 if it bore none of those tried
 * @param trials in their order
 */
record HighestRate(int perSecond, List<Trial> trials) {

  private static final int MORE_PERCENT = 125;
  private static final int BISECTIONS = 3;

  /** What one thread can ask for. */
  private static final int MOST = 20_000;

  /** A rate that was tried. */
  record Trial(int perSecond, boolean borne, LoadRound round) {}

  /** Tries a rate. */
  interface Attempt {
    Trial at(int perSecond) throws Exception;
  }

  /**
   * Looks for it.
   *
   * @param from the first to try
   */
  static HighestRate from(int from, Attempt attempt) throws Exception {
    List<Trial> trials = new ArrayList<>();
    int borne = 0;
    int failed = from;
    while (failed <= MOST && tried(failed, attempt, trials)) {
      borne = failed;
      failed = borne * MORE_PERCENT / 100;
    }
    for (int half = 0; half < BISECTIONS && failed <= MOST; half++) {
      int middle = (borne + failed) / 2;
      if (tried(middle, attempt, trials)) {
        borne = middle;
      } else {
        failed = middle;
      }
    }
    return new HighestRate(borne, List.copyOf(trials));
  }

  private static boolean tried(int perSecond, Attempt attempt, List<Trial> trials)
      throws Exception {
    int needed = borne(perSecond, attempt, trials) ? 0 : 2;
    while (needed > 0 && borne(perSecond, attempt, trials)) {
      needed--;
    }
    return needed == 0;
  }

  private static boolean borne(int perSecond, Attempt attempt, List<Trial> trials)
      throws Exception {
    Trial trial = attempt.at(perSecond);
    trials.add(trial);
    return trial.borne();
  }
}
