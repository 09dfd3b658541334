package io.clientele.recommendation.fit;

import io.clientele.contract.RankerModel.Tree;
import io.clientele.recommendation.rank.FeatureMatrix;
import java.util.List;
import java.util.Optional;

/** Learns regression trees that put candidates in order. */
public interface TreeFit {

  /** Why it cannot, none where it can. */
  Optional<String> unavailable();

  /**
   * Starts to collect queries.
   *
   * @param columns of each row
   * @param mostRows what there must be room for
   */
  Lesson start(int columns, int mostRows);

  /** Queries to learn from. Holds memory that is not of the heap until it is closed. */
  interface Lesson extends AutoCloseable {

    /** Whether there is room for a query of so many candidates. */
    boolean hasRoomFor(int rows);

    /** Takes a query in; the target is the row of the item that came next. */
    void add(FeatureMatrix candidates, int target);

    /** What all queries taught. */
    List<Tree> fit();

    @Override
    void close();
  }
}
