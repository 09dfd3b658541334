package io.clientele.bench.sessions;

import java.util.List;

/**
 * At which place each row had the target of each query.
 *
 * @param places of a query, by row, from 1; 0 where the target was not among the first 20
 */
record Placings(List<byte[]> places) {

  /** How many places count. */
  static final int DEPTH = 20;

  Placings {
    places = List.copyOf(places);
  }

  Outcomes of(int row) {
    return Outcomes.of(places.stream().mapToInt(at -> at[row]).toArray());
  }
}
