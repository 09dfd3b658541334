package io.clientele.ingest.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.clientele.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One value as it stands in a body. Not a Java record, since the body is an array. */
public final class JsonItem implements Item {

  private static final ObjectReader TREES = Json.mapper().reader();

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
   * What it says; a missing node where a value in it breaks the bounds of JSON that we read. Read
   * anew each time, so that of a batch only one event at a time stands in memory as a tree.
   */
  @Override
  public JsonNode node() {
    if (known != null) {
      return known;
    }
    try {
      return TREES.readTree(body, from, to - from);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("an array cannot fail to be read", e);
    }
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
