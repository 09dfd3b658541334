package io.clientele.ingest.source;

import java.util.Optional;

/** Whose a presented key is, as far as this instance can say. */
public sealed interface KeyOwner {

  /** This source's. */
  record Known(Source source) implements KeyOwner {}

  /** Nobody's. */
  record Unknown() implements KeyOwner {}

  /**
   * Of no source that is known here, but not all are: the database has not answered since the
   * start. A tracker drops what is refused for its key, so this must not be said to be a wrong one.
   */
  record NotYetKnown() implements KeyOwner {}

  /** The source, where it is known. */
  default Optional<Source> found() {
    return this instanceof Known known ? Optional.of(known.source()) : Optional.empty();
  }
}
