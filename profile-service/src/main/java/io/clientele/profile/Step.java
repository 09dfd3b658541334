package io.clientele.profile;

import java.util.List;

/** What an input makes of a customer id. */
public sealed interface Step {

  /** A move and the id that it is for. */
  record Message(String to, PartMove move) {}

  /**
   * It is taken in.
   *
   * @param before as the id's row was; {@link Customer#unknown} where there was none
   * @param after the same instance where nothing changed
   * @param rows what changes beside it, in this order
   * @param moves what other ids must hear of it, in this order
   */
  record Taken(Customer before, Customer after, List<RowChange> rows, List<Message> moves)
      implements Step {
    public Taken {
      rows = List.copyOf(rows);
      moves = List.copyOf(moves);
    }

    /** Whether anything changed at all. */
    @SuppressWarnings("ReferenceEquality") // what did not change is the same; equals is for values
    public boolean changes() {
      return before != after || !rows.isEmpty();
    }
  }

  /**
   * It would break a bound, and changes nothing.
   *
   * @param reason a stable name
   * @param detail what the bound is and what to do
   */
  record Refused(String reason, String detail) implements Step {}
}
