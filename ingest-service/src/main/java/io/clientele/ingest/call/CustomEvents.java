package io.clientele.ingest.call;

import io.clientele.contract.Payload.Custom;

/** Everything that a shop tracks under a name of its own. */
final class CustomEvents {

  private CustomEvents() {}

  /** The event as it came, without what identifies people. */
  static Translation translate(String name, Fields properties, Market market) {
    FreeForm form = FreeForm.of(properties, market.country());
    return new Translation(new Custom(name, form.open()), form.personal());
  }
}
