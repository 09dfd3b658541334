package io.clientele.ingest.rest;

import java.util.List;

/**
 * The answer to whoever sent a catalogue.
 *
 * @param accepted how many items are stored
 */
public record CatalogReceipt(int accepted, List<Rejection> rejected) {

  /**
   * One item that was not taken.
   *
   * @param line its line in NDJSON from 1, or its place in the array from 1
   * @param itemId or null where it has none
   */
  public record Rejection(int line, String itemId, String reason, String pointer, String detail) {}

  public CatalogReceipt {
    rejected = List.copyOf(rejected);
  }
}
