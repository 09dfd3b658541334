package io.clientele.ingest.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.call.Refusal;
import io.clientele.ingest.call.StrictTrees;
import java.io.IOException;
import java.io.Reader;

/**
 * Reads items one by one and gives up on one that would take more memory than an item may, while
 * reading it.
 */
final class BoundedItems extends JsonParserDelegate {

  static final int LARGEST_ITEM_BYTES = 1024 * 1024;
  private static final int MOST_VALUES = 10_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LARGEST_ITEM_BYTES).build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /** The item is larger than one may be. */
  static final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;
  }

  private final int outerLevels;
  private long itemStart;
  private int values;

  private BoundedItems(JsonParser parser, int outerLevels) {
    super(parser);
    this.outerLevels = outerLevels;
  }

  /** Of an array. */
  static BoundedItems of(Reader array) throws IOException {
    return new BoundedItems(FACTORY.createParser(array), 1);
  }

  /** Of a line, which is one item. */
  static BoundedItems of(String line) throws IOException {
    return new BoundedItems(FACTORY.createParser(line), 0);
  }

  /**
   * The item that begins at the current token.
   *
   * @throws Refusal if it cannot be kept as it is; the next one can be read
   * @throws TooLargeException if it is larger than an item may be; nothing can be read after it
   */
  JsonNode item() throws IOException {
    itemStart = position();
    values = 0;
    try {
      return StrictTrees.read(this, "");
    } catch (Refusal refusal) {
      while (getParsingContext().getNestingDepth() > outerLevels) {
        nextToken();
      }
      throw refusal;
    }
  }

  @Override
  public JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    values++;
    if (values > 2 * MOST_VALUES || position() - itemStart > LARGEST_ITEM_BYTES) {
      throw new TooLargeException();
    }
    return token;
  }

  /** Goes on to the next item, or to the end of them. */
  JsonToken next() throws IOException {
    return super.nextToken();
  }

  private long position() {
    return currentLocation().getCharOffset();
  }
}
