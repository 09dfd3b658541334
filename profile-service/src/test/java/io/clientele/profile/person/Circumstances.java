package io.clientele.profile.person;

import io.clientele.contract.EventContext;
import io.clientele.profile.fold.Deed;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Something that happens in arbitrary circumstances. */
final class Circumstances {

  private Circumstances() {}

  /** At few moments, so that many are the same. */
  static Arbitrary<Deed> in(Arbitrary<EventContext> contexts) {
    return Combinators.combine(Arbitraries.integers().between(0, 200), contexts)
        .as((minute, context) -> Deed.of(minute).in(context));
  }
}
