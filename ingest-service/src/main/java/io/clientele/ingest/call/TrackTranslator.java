package io.clientele.ingest.call;

/** How one kind of {@code track} call is read. */
@FunctionalInterface
interface TrackTranslator {

  /**
   * The translation.
   *
   * @param properties of the call
   * @param market where and when it takes place, which tells what amounts are worth
   * @throws Refusal if something that the kind needs is missing or wrong
   */
  Translation translate(Fields properties, Market market);
}
