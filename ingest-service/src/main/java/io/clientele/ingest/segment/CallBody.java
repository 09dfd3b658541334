package io.clientele.ingest.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.contract.Json;
import io.clientele.ingest.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the events in a request's body, each with the very text that was sent. */
sealed interface CallBody {

  /** Leaves what follows a value to whoever reads it next. */
  ObjectReader TREES =
      Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * A body that could be read.
   *
   * @param top the body's own fields; of a batch, without its events
   * @param items in the order sent
   */
  record Read(Fields top, List<Item> items) implements CallBody {
    public Read {
      items = List.copyOf(items);
    }
  }

  /**
   * A body of which nothing can be taken.
   *
   * @param top the body's own fields, as far as there are any
   */
  record Unreadable(Reason reason, Fields top, String pointer, String detail) implements CallBody {}

  /** The body of a call that carries one event. */
  static CallBody ofSingle(byte[] body) {
    return read(body, CallBody::single);
  }

  /** The body of a call that carries a {@code batch} of them. */
  static CallBody ofBatch(byte[] body) {
    return read(body, CallBody::batch);
  }

  /** One way to read a body. */
  @FunctionalInterface
  interface Shape {
    CallBody read(JsonParser parser, byte[] body) throws IOException;
  }

  private static CallBody read(byte[] body, Shape shape) {
    try (JsonParser parser = Json.mapper().createParser(body)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return unreadable(Reason.MALFORMED_JSON, "The body is empty.");
      }
      if (parser.currentTokenLocation().getByteOffset() < 0) {
        return unreadable(Reason.MALFORMED_JSON, "The body must be UTF-8.");
      }
      CallBody read = shape.read(parser, body);
      return parser.nextToken() == null
          ? read
          : malformed(parser.currentTokenLocation(), "goes on after its end");
    } catch (JsonProcessingException e) {
      return malformed(e.getLocation(), "is not well-formed");
    } catch (IOException e) {
      throw new UncheckedIOException("an array cannot fail to be read", e);
    }
  }

  private static CallBody single(JsonParser parser, byte[] body) throws IOException {
    int from = offset(parser.currentTokenLocation());
    JsonNode node = TREES.readTree(parser);
    Item item = new Item(node, body, from, offset(parser.currentLocation()));
    return new Read(new Fields(node, ""), List.of(item));
  }

  private static CallBody batch(JsonParser parser, byte[] body) throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      parser.skipChildren();
      return unreadable(Reason.NOT_AN_OBJECT, "The body must be a JSON object.");
    }
    ObjectNode top = JsonNodeFactory.instance.objectNode();
    List<Item> items = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("batch") && value == JsonToken.START_ARRAY) {
        items = items(parser, body);
      } else {
        JsonNode node = TREES.readTree(parser);
        top.set(name, node);
      }
    }
    Fields fields = new Fields(top, "");
    return items == null
        ? new Unreadable(
            Reason.MISSING_BATCH, fields, "/batch", "The body needs an array 'batch' of events.")
        : new Read(fields, items);
  }

  private static List<Item> items(JsonParser parser, byte[] body) throws IOException {
    List<Item> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int from = offset(parser.currentTokenLocation());
      JsonNode node = TREES.readTree(parser);
      // After a scalar the parser may stand before or behind the delimiter: its own text will do.
      int to = node.isContainerNode() ? offset(parser.currentLocation()) : from;
      items.add(node.isContainerNode() ? new Item(node, body, from, to) : scalar(node));
    }
    return items;
  }

  private static Item scalar(JsonNode node) {
    byte[] text = node.toString().getBytes(UTF_8);
    return new Item(node, text, 0, text.length);
  }

  private static int offset(JsonLocation location) {
    return Math.toIntExact(location.getByteOffset());
  }

  private static Unreadable malformed(JsonLocation location, String what) {
    String place =
        location == null
            ? ""
            : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    return unreadable(
        Reason.MALFORMED_JSON, "The body " + what + " as JSON" + place + "; nothing was taken.");
  }

  private static Unreadable unreadable(Reason reason, String detail) {
    return new Unreadable(reason, new Fields(MissingNode.getInstance(), ""), "", detail);
  }
}
