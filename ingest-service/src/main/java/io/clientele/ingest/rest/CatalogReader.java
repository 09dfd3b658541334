package io.clientele.ingest.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.clientele.ingest.EventLog;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Utf8;
import io.clientele.ingest.call.Refusal;
import io.clientele.ingest.call.StrictTrees;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Arrays;

/** Reads a catalogue, a JSON array or NDJSON, item by item. */
public final class CatalogReader {

  /** U+FEFF in UTF-8, as some editors put it ahead of everything; it is no part of the JSON. */
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

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
    skipMark(bytes);
    if (startsArray(bytes)) {
      takeArray(bytes, intake, receivedAt);
    } else {
      takeLines(new BoundedLines(bytes), intake, receivedAt);
    }
    return intake.finish();
  }

  private static void skipMark(BufferedInputStream bytes) throws IOException {
    bytes.mark(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(bytes.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
      bytes.reset();
    }
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
    // A decoder that is asked for by the charset alone would put U+FFFD where it finds a fault.
    try (BoundedItems parser = BoundedItems.of(new InputStreamReader(bytes, UTF_8.newDecoder()))) {
      parser.next();
      while (intake.goesOn() && parser.next() != JsonToken.END_ARRAY) {
        intake.add(place, judge(parser, receivedAt));
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
    } catch (CharacterCodingException notUtf8) {
      intake.add(place, notText("The array is not UTF-8; it was read up to here."));
    } catch (JsonProcessingException e) {
      intake.add(place, malformed(e, "The array is not well-formed JSON; it was read up to here"));
    }
  }

  private void takeLines(BoundedLines lines, CatalogIntake intake, Instant receivedAt)
      throws IOException {
    int place = 1;
    for (byte[] line = lines.next(); line != null && intake.goesOn(); line = lines.next()) {
      if (!lines.isWhole()) {
        intake.add(place, tooLarge("An item may have 1 MB."));
      } else {
        int fault = Utf8.firstFault(line);
        String text = new String(line, UTF_8);
        if (fault >= 0) {
          intake.add(place, notText("The line is not UTF-8 from its byte " + fault + " on."));
        } else if (!text.isBlank()) {
          intake.add(place, judge(text, receivedAt));
        }
      }
      place++;
    }
  }

  private CatalogVerdict judge(String line, Instant receivedAt) throws IOException {
    try (BoundedItems parser = BoundedItems.of(line)) {
      parser.next();
      CatalogVerdict verdict = judge(parser, receivedAt);
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

  private CatalogVerdict judge(BoundedItems parser, Instant receivedAt) throws IOException {
    try {
      return items.judge(parser.item(), receivedAt);
    } catch (Refusal refusal) {
      return refused(refusal);
    }
  }

  private static CatalogVerdict refused(Refusal refusal) {
    Fault fault = refusal.fault();
    return new CatalogVerdict.Refused(null, fault.reason().code(), fault.pointer(), fault.detail());
  }

  private static CatalogVerdict notText(String detail) {
    return new CatalogVerdict.Refused(null, "malformed-encoding", "", detail);
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
    return StrictTrees.refusal(e, "")
        .map(CatalogReader::refused)
        .orElseGet(() -> new CatalogVerdict.Refused(null, "malformed-json", "", what + place));
  }
}
