package io.clientele.bench.sessions;

/** One way to order candidates. */
record Row(String name, Kind kind) {

  /** What becomes of it. */
  enum Kind {
    /** What a single source says, which nobody is served. */
    SOURCE,
    /** It may serve. */
    RANKER,
    /** It serves. */
    SERVED
  }
}
