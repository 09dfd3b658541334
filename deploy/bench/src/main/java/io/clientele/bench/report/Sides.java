package io.clientele.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * A round of ours and the round of what it is held against that ran next to it.
 *
 * @param <A> what our round gives
 * @param <B> what the other's gives
 */
public record Sides<A, B>(A ours, B theirs) {

  /** One side of a comparison: does a round. */
  @FunctionalInterface
  public interface Side<T> {
    T round() throws Exception;
  }

  /** Rounds in turn; who begins changes, so that neither always runs on what the other left. */
  public static <A, B> List<Sides<A, B>> alternate(int rounds, Side<A> ours, Side<B> theirs)
      throws Exception {
    List<Sides<A, B>> done = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      if (round % 2 == 0) {
        A first = ours.round();
        done.add(new Sides<>(first, theirs.round()));
      } else {
        B first = theirs.round();
        done.add(new Sides<>(ours.round(), first));
      }
    }
    return done;
  }

  /** The median of the rounds' own ratios: what slows the machine for a while slows both. */
  public static <A, B> Spread of(List<Sides<A, B>> rounds, ToDoubleBiFunction<A, B> value) {
    return Spread.of(
        rounds.stream().map(round -> value.applyAsDouble(round.ours, round.theirs)).toList());
  }
}
