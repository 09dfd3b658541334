package io.clientele.ingest.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.Fault;
import java.util.Optional;

/** One thing that a client sent, and how it reads as a call of the platform's own form. */
public interface Item {

  /**
   * The call, in the shape of Segment's, whoever sent it; a missing node where it is not
   * well-formed. May be read anew each time.
   *
   * @throws Refusal where more can be said of why it cannot be read; its pointer is one into the
   *     call, as everywhere
   */
  JsonNode node();

  /** How long it was as it was sent. */
  int sizeBytes();

  /** Exactly what was sent. */
  String text();

  /**
   * What its protocol itself finds wrong with it, at its place in what was sent; what is wrong with
   * the call is not its affair.
   */
  default Optional<Fault> fault() {
    return Optional.empty();
  }

  /** Where something stands in what was sent, given where it stands in the call. */
  default String placeOf(String pointer) {
    return pointer;
  }
}
