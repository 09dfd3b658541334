package io.clientele.profile;

import java.util.List;

/**
 * What an input makes of a customer id's state.
 *
 * @param moves what other ids must hear of it, in this order
 */
public record Step(CustomerState state, List<Message> moves) {

  /** A move and the id that it is for. */
  public record Message(String to, PartMove move) {}

  public Step {
    moves = List.copyOf(moves);
  }
}
