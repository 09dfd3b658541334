package io.clientele.ingest.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.clientele.ingest.EventLog;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Instant;

/** Reads a catalogue, a JSON array or NDJSON, item by item. */
public final class CatalogReader {

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
      takeLines(
          new BoundedLines(new BufferedReader(new InputStreamReader(bytes, UTF_8))),
          intake,
          receivedAt);
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
    try (BoundedItems parser = BoundedItems.of(bytes)) {
      parser.next();
      while (intake.goesOn() && parser.next() != JsonToken.END_ARRAY) {
        intake.add(place, items.judge(parser.item(), receivedAt));
        place++;
      }
      if (intake.goesOn() && parser.next() != null) {
        intake.add(
            place,
            new CatalogVerdict.Refused(
                null,
                "malformed-json",
                "",
                "The body goes on after its array; that was not read."));
      }
    } catch (BoundedItems.TooLargeException e) {
      intake.add(
          place,
          tooLarge("An item may have 1 MB and 10,000 values; the array was read up to here."));
    } catch (JsonProcessingException e) {
      intake.add(place, malformed(e, "The array is not well-formed JSON; it was read up to here"));
    }
  }

  private void takeLines(BoundedLines lines, CatalogIntake intake, Instant receivedAt)
      throws IOException {
    int place = 1;
    for (String line = lines.next(); line != null && intake.goesOn(); line = lines.next()) {
      if (!lines.isWhole()) {
        intake.add(place, tooLarge("An item may have 1 MB."));
      } else if (!line.isBlank()) {
        intake.add(place, judge(line, receivedAt));
      }
      place++;
    }
  }

  private CatalogVerdict judge(String line, Instant receivedAt) throws IOException {
    try (BoundedItems parser = BoundedItems.of(line)) {
      parser.next();
      CatalogVerdict verdict = items.judge(parser.item(), receivedAt);
      return parser.next() == null
          ? verdict
          : new CatalogVerdict.Refused(
              null, "malformed-json", "", "The line goes on after its item.");
    } catch (BoundedItems.TooLargeException e) {
      return tooLarge("An item may have 1 MB and 10,000 values.");
    } catch (JsonProcessingException e) {
      return malformed(e, "The line is not well-formed JSON, or cut off");
    }
  }

  private static CatalogVerdict tooLarge(String detail) {
    return new CatalogVerdict.Refused(null, "too-large", "", detail);
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
