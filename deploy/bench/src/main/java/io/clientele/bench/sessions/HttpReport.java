package io.clientele.bench.sessions;

/**
 * What the running service answered.
 *
 * @param asked how many queries
 * @param identical how many of its lists were those of the evaluator: same items, order and scores
 * @param model that it says it served by
 * @param quality of the lists, static
 */
public record HttpReport(int asked, int identical, String model, Quality quality) {

  /** Whether it serves what is evaluated. */
  public boolean isSound() {
    return asked == identical;
  }
}
