package io.clientele.ingest.rest;

import io.clientele.contract.CatalogItem;

/** What becomes of one item of a catalogue. */
sealed interface CatalogVerdict {

  /** It is valid. */
  record Accepted(CatalogItem item) implements CatalogVerdict {}

  /**
   * It is not.
   *
   * @param itemId or null where it has none
   * @param pointer where, as a JSON pointer into the item
   */
  record Refused(String itemId, String reason, String pointer, String detail)
      implements CatalogVerdict {}
}
