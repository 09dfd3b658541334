package io.clientele.ingest.rest;

import java.util.List;

/**
 * The answer to whoever sent a catalogue.
 *
 * @param accepted how many items are stored
 * @param rejected those that are not, in their order
 */
public record CatalogReceipt(int accepted, List<Rejection> rejected) {

  /**
   * One item that was not taken.
   *
   * @param line its line in NDJSON from 1, or its place in the array from 1
   * @param itemId or null where it has none
   * @param reason a stable code in kebab-case
   * @param pointer where the fault is, as a JSON pointer into the item
   * @param detail what is wrong, for people
   */
  public record Rejection(int line, String itemId, String reason, String pointer, String detail) {}

  public CatalogReceipt {
    rejected = List.copyOf(rejected);
  }
}
