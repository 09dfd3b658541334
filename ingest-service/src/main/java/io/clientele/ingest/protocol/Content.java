package io.clientele.ingest.protocol;

import io.clientele.ingest.Fault;
import io.clientele.ingest.call.Calls;

/** What a body says. */
public sealed interface Content {

  /** The write key that stands in the body, or null. */
  String writeKey();

  /** A body that could be read, though its calls may still be at fault. */
  record Read(String writeKey, Calls calls) implements Content {}

  /**
   * A body of which nothing can be taken.
   *
   * @param keyCouldStand whether the body was given up before it could have named its key
   */
  record Unreadable(String writeKey, Fault fault, boolean keyCouldStand) implements Content {}
}
