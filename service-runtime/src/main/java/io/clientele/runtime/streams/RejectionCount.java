package io.clientele.runtime.streams;

import io.clientele.contract.RejectedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;

/** Counts rejections as {@code clientele_rejected_total}, by source and reason. */
public final class RejectionCount implements Consumer<RejectedEvent> {

  private final MeterRegistry meters;

  /** Counts in this registry. */
  public RejectionCount(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void accept(RejectedEvent rejected) {
    meters
        .counter("clientele.rejected", "source", rejected.source(), "reason", rejected.reason())
        .increment();
  }
}
