package io.clientele.ingest.call;

/** How one kind of {@code track} call is read. */
@FunctionalInterface
interface TrackTranslator {

  /**
   * The translation.
   *
   * @param properties of the call
   * @param exchange turns amounts into the base currency
   * @throws Refusal if something that the kind needs is missing or wrong
   */
  Translation translate(Fields properties, Exchange exchange);
}
