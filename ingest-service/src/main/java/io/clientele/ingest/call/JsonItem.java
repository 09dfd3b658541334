package io.clientele.ingest.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

/** One value as it stands in a body. Not a Java record, since the body is an array. */
public final class JsonItem implements Item {

  private final JsonNode known;
  private final byte[] body;
  private final int from;
  private final int to;

  /** The event whose text goes from one byte of the body to before another. */
  JsonItem(byte[] body, int from, int to) {
    this(null, body, from, to);
  }

  /** The same, where it has been read already. */
  JsonItem(JsonNode known, byte[] body, int from, int to) {
    this.known = known;
    this.body = body;
    this.from = from;
    this.to = to;
  }

  /**
   * Read anew each time, so that of a batch only one event at a time stands in memory as a tree.
   */
  @Override
  public Reading read() {
    return Reading.of(known == null ? StrictTrees.read(body, from, to, "") : known);
  }

  @Override
  public int sizeBytes() {
    return to - from;
  }

  @Override
  public String text() {
    return new String(body, from, to - from, UTF_8);
  }
}
