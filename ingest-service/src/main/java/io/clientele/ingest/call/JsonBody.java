package io.clientele.ingest.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.contract.Json;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Reason;
import io.clientele.ingest.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the events in a request's body, each with the very text that was sent. */
public sealed interface JsonBody {

  /**
   * A body that could be read.
   *
   * @param top the body's own fields; of a batch, without its events
   * @param items in the order sent
   */
  record Read(Fields top, List<Item> items) implements JsonBody {
    public Read {
      items = List.copyOf(items);
    }
  }

  /**
   * A body of which nothing can be taken.
   *
   * @param top the body's own fields, as far as there are any
   */
  record Unreadable(Fault fault, Fields top) implements JsonBody {}

  /** More than any client puts into one batch. */
  int MOST_EVENTS = 2_500;

  /** Below what the parser bears, so that we can say what is wrong; events have a lower bound. */
  int MOST_LEVELS = 500;

  /** The body of a call that carries one event. */
  static JsonBody ofSingle(byte[] body) {
    return read(body, JsonBody::single);
  }

  /**
   * The body that carries an array of events beside other fields.
   *
   * @param name of the array
   */
  static JsonBody ofArrayIn(byte[] body, String name) {
    return read(body, (parser, bytes) -> batch(parser, bytes, name));
  }

  /** The body that is itself an array of events. */
  static JsonBody ofArray(byte[] body) {
    return read(body, JsonBody::array);
  }

  /** One way to read a body. */
  @FunctionalInterface
  interface Shape {
    JsonBody read(JsonParser parser, byte[] body) throws IOException;
  }

  private static JsonBody read(byte[] body, Shape shape) {
    int fault = Utf8.firstFault(body);
    if (fault >= 0) {
      return unreadable(
          Reason.MALFORMED_ENCODING, "The body is not UTF-8 from its byte " + fault + " on.");
    }
    try (JsonParser parser = Json.mapper().createParser(body)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return unreadable(Reason.MALFORMED_JSON, "The body is empty.");
      }
      if (parser.currentTokenLocation().getByteOffset() < 0) {
        return unreadable(Reason.MALFORMED_ENCODING, "The body must be UTF-8.");
      }
      JsonBody read = shape.read(parser, body);
      return parser.nextToken() == null
          ? read
          : malformed(parser.currentTokenLocation(), "goes on after its end");
    } catch (Refusal refusal) {
      return new Unreadable(refusal.fault(), Fields.NONE);
    } catch (JsonProcessingException e) {
      return StrictTrees.refusal(e, "")
          .map(refusal -> new Unreadable(refusal.fault(), Fields.NONE))
          .orElseGet(() -> malformed(e.getLocation(), "is not well-formed"));
    } catch (IOException e) {
      throw new UncheckedIOException("an array cannot fail to be read", e);
    }
  }

  private static JsonBody single(JsonParser parser, byte[] body) throws IOException {
    int from = offset(parser.currentTokenLocation());
    if (parser.currentToken().isStructStart()) {
      skip(parser, new ValueCount());
      int to = offset(parser.currentLocation());
      JsonNode node = StrictTrees.read(body, from, to, "");
      return new Read(new Fields(node, ""), List.of(new JsonItem(node, body, from, to)));
    }
    JsonNode node = StrictTrees.read(parser, "");
    JsonItem item = new JsonItem(node, body, from, offset(parser.currentLocation()));
    return new Read(new Fields(node, ""), List.of(item));
  }

  private static JsonBody batch(JsonParser parser, byte[] body, String array) throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      parser.skipChildren();
      return unreadable(Reason.NOT_AN_OBJECT, "The body must be a JSON object.");
    }
    ObjectNode top = JsonNodeFactory.instance.objectNode();
    List<Item> items = null;
    ValueCount values = new ValueCount();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (Surrogates.isTorn(name)) {
        throw StrictTrees.torn("");
      }
      if (top.has(name) || (name.equals(array) && items != null)) {
        throw StrictTrees.duplicate(Fields.NONE.pointer(name));
      }
      if (name.equals(array) && value == JsonToken.START_ARRAY) {
        items = items(parser, body, values);
      } else {
        int from = offset(parser.currentTokenLocation());
        values.add();
        if (value.isStructStart()) {
          skip(parser, values);
        }
        String pointer = Fields.NONE.pointer(name);
        top.set(
            name,
            value.isStructStart()
                ? StrictTrees.read(body, from, offset(parser.currentLocation()), pointer)
                : StrictTrees.read(parser, pointer));
      }
    }
    Fields fields = new Fields(top, "");
    return items == null
        ? new Unreadable(
            new Fault(
                Reason.MISSING_BATCH,
                "/" + array,
                "The body needs an array '" + array + "' of events."),
            fields)
        : new Read(fields, items);
  }

  private static JsonBody array(JsonParser parser, byte[] body) throws IOException {
    if (!parser.isExpectedStartArrayToken()) {
      parser.skipChildren();
      return unreadable(Reason.NOT_AN_ARRAY, "The body must be a JSON array.");
    }
    return new Read(Fields.NONE, items(parser, body, new ValueCount()));
  }

  private static List<Item> items(JsonParser parser, byte[] body, ValueCount values)
      throws IOException {
    List<Item> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (items.size() == MOST_EVENTS) {
        throw new Refusal(
            Reason.TOO_MANY,
            "",
            "A batch may have " + MOST_EVENTS + " events; nothing was taken, send smaller ones.");
      }
      values.add();
      if (token.isStructStart()) {
        int from = offset(parser.currentTokenLocation());
        skip(parser, values);
        items.add(new JsonItem(body, from, offset(parser.currentLocation())));
      } else {
        // After a scalar the parser may stand before or behind the delimiter: its text will do.
        items.add(scalar(parser));
      }
    }
    return items;
  }

  /** Goes to the end of an object or array and counts the values on the way. */
  private static void skip(JsonParser parser, ValueCount values) throws IOException {
    int level = 1;
    while (level > 0) {
      if (level > MOST_LEVELS) {
        throw new Refusal(
            Reason.TOO_DEEP, "", "A value may be nested " + MOST_LEVELS + " levels deep.");
      }
      JsonToken token = parser.nextToken();
      if (token.isStructEnd()) {
        level--;
      } else if (token != JsonToken.FIELD_NAME) {
        level += token.isStructStart() ? 1 : 0;
        values.add();
      }
    }
  }

  /** Of a number the text counts: as a value it may be beyond what can be read. */
  private static JsonItem scalar(JsonParser parser) throws IOException {
    boolean isFloat = parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT;
    JsonNode node = isFloat ? TextNode.valueOf(parser.getText()) : StrictTrees.read(parser, "");
    byte[] text = (isFloat ? node.textValue() : node.toString()).getBytes(UTF_8);
    return new JsonItem(node, text, 0, text.length);
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
    return new Unreadable(new Fault(reason, "", detail), Fields.NONE);
  }
}
