package io.clientele.recommendation.serve;

/** Whether an item may be shown. */
sealed interface Verdict {

  /** It may. */
  record Shown() implements Verdict {}

  /** It may not. */
  record LeftOut(Rule rule) implements Verdict {}
}
