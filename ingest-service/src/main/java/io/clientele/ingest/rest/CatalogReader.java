package io.clientele.ingest.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.clientele.contract.Json;
import io.clientele.ingest.EventLog;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Instant;

/** Reads a catalogue, a JSON array or NDJSON, item by item. */
public final class CatalogReader {

  private static final ObjectReader TREES =
      Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final EventLog log;
  private final CatalogItems items;
  private final String service;

  /** A reader into this log; prices without a currency are in the base currency. */
  public CatalogReader(EventLog log, String service, String baseCurrency) {
    this.log = log;
    this.service = service;
    this.items = new CatalogItems(baseCurrency);
  }

  /**
   * Stores what can be taken. Blocks until it is acknowledged.
   *
   * @throws io.clientele.ingest.LogUnavailableException if the log does not take it; items before
   *     may be stored, and sending all again is harmless, since items are written whole
   */
  CatalogReceipt take(InputStream body, Instant receivedAt) throws IOException {
    CatalogIntake intake = new CatalogIntake(log, service, receivedAt);
    BufferedInputStream bytes = new BufferedInputStream(body);
    if (startsArray(bytes)) {
      takeArray(bytes, intake, receivedAt);
    } else {
      takeLines(new BufferedReader(new InputStreamReader(bytes, UTF_8)), intake, receivedAt);
    }
    return intake.finish();
  }

  private static boolean startsArray(BufferedInputStream bytes) throws IOException {
    bytes.mark(1);
    int next = bytes.read();
    while (next >= 0 && Character.isWhitespace(next)) {
      bytes.mark(1);
      next = bytes.read();
    }
    bytes.reset();
    return next == '[';
  }

  private void takeArray(InputStream bytes, CatalogIntake intake, Instant receivedAt)
      throws IOException {
    int place = 1;
    try (JsonParser parser = Json.mapper().createParser(bytes)) {
      parser.nextToken();
      while (intake.goesOn() && parser.nextToken() != JsonToken.END_ARRAY) {
        intake.add(place, items.judge(TREES.readTree(parser), receivedAt));
        place++;
      }
    } catch (JsonProcessingException e) {
      intake.add(place, malformed(e, "The array is not well-formed JSON; it was read up to here"));
    }
  }

  private void takeLines(BufferedReader lines, CatalogIntake intake, Instant receivedAt)
      throws IOException {
    int place = 1;
    for (String line = lines.readLine(); line != null && intake.goesOn(); line = lines.readLine()) {
      if (!line.isBlank()) {
        intake.add(place, judge(line, receivedAt));
      }
      place++;
    }
  }

  private CatalogVerdict judge(String line, Instant receivedAt) {
    try {
      return items.judge(Json.mapper().readTree(line), receivedAt);
    } catch (JsonProcessingException e) {
      return malformed(e, "The line is not well-formed JSON, or cut off");
    }
  }

  private static CatalogVerdict malformed(JsonProcessingException e, String what) {
    String place =
        e.getLocation() == null
            ? "."
            : " (line %d, column %d of it)."
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    return new CatalogVerdict.Refused(null, "malformed-json", "", what + place);
  }
}
