package io.clientele.ingest.quarantine;

import java.util.Set;

/** Filters that only tests ask for. */
public final class RejectionFilters {

  /** All that is kept. */
  public static final RejectionFilter ALL =
      new RejectionFilter(null, null, null, null, null, null, null, Set.of());

  private RejectionFilters() {}
}
