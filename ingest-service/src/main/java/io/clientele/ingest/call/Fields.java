package io.clientele.ingest.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.clientele.ingest.CustomerReference;
import io.clientele.ingest.Decimals;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Reason;
import io.clientele.ingest.clean.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON object of a call, of which every field may be absent or of the wrong type; knows where it
 * stands, so that a fault names its place.
 */
public final class Fields {

  private static final int LONGEST_LABEL = 1_024;

  /** No fields at all. */
  public static final Fields NONE = new Fields(MissingNode.getInstance(), "");

  private final JsonNode node;

  /** The object that this one stands in; null at the top. */
  private final Fields outer;

  /** Where it stands there; at the top, where that stands. */
  private final String place;

  private final Changes changes;

  /**
   * The fields of a node; what is no object has none.
   *
   * @param pointer where it stands
   */
  public Fields(JsonNode node, String pointer) {
    this(node, null, pointer, new Changes());
  }

  private Fields(JsonNode node, Fields outer, String place, Changes changes) {
    this.node = node.isObject() ? node : MissingNode.getInstance();
    this.outer = outer;
    this.place = place;
    this.changes = changes;
  }

  /** The same fields, which write down what is cleaned where others do. */
  Fields noting(Fields others) {
    return new Fields(node, outer, place, others.changes);
  }

  /** Where what is cleaned is written down. */
  Changes changes() {
    return changes;
  }

  /** The object itself, or a missing node. */
  public JsonNode node() {
    return node;
  }

  /** Where it stands, as a JSON pointer into the event: put together when it is asked for. */
  public String pointer() {
    return outer == null ? place : outer.pointer(place);
  }

  /** Where a field of it stands, as a JSON pointer into the event. */
  public String pointer(String name) {
    return Fault.pointer(pointer(), name);
  }

  /** Whether it is there and not null. */
  public boolean has(String name) {
    JsonNode value = node.path(name);
    return !value.isMissingNode() && !value.isNull();
  }

  /** The field's object; one that is absent or no object has no fields. */
  public Fields object(String name) {
    return new Fields(node.path(name), this, name, changes);
  }

  /**
   * Refuses a field that is there and no object: what it says would be lost. An empty array says
   * nothing; PHP writes empty objects so.
   */
  void requireObject(String name) {
    JsonNode value = node.path(name);
    boolean empty = value.isArray() && value.isEmpty();
    if (has(name) && !value.isObject() && !empty) {
      throw new Refusal(
          Reason.INVALID_VALUE, pointer(name), "'" + name + "' must be a JSON object.");
    }
  }

  /** Refuses a field that is there and no array. */
  void requireArray(String name) {
    if (has(name) && !node.path(name).isArray()) {
      throw new Refusal(
          Reason.INVALID_VALUE, pointer(name), "'" + name + "' must be a JSON array.");
    }
  }

  /** The objects of the field's array; what is no array has none. */
  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    JsonNode array = node.path(name);
    if (array.isArray()) {
      Fields places = object(name);
      for (int index = 0; index < array.size(); index++) {
        objects.add(new Fields(array.get(index), places, String.valueOf(index), changes));
      }
    }
    return objects;
  }

  /** The clean text of a string or of a number; null if absent or blank. */
  public String text(String name) {
    return text(name, changes::note);
  }

  /** The same of a text that only {@code personal} may hold. */
  String personalText(String name) {
    return text(name, changes::notePersonal);
  }

  private String text(String name, Changes.Note note) {
    JsonNode value = node.path(name);
    if (!value.isTextual()) {
      return value.isNumber() ? value.asText() : null;
    }
    String sent = value.textValue();
    String clean = Text.clean(sent);
    String text = clean.isEmpty() ? null : clean;
    if (!sent.equals(text)) {
      note.of(Text.RULE, pointer(name), sent, text);
    }
    return text;
  }

  /** The clean text of a page's address; what is personal in it, its query, is not noted. */
  String address(String name) {
    return text(
        name,
        (rule, field, from, to) -> {
          // A blank has no path that could have changed.
          if (to != null) {
            changes.note(rule, field, Paths.of(from), Paths.of(to));
          }
        });
  }

  /** The first of these fields that has an address. */
  String firstAddress(String... names) {
    for (String name : names) {
      String address = address(name);
      if (address != null) {
        return address;
      }
    }
    return null;
  }

  /** The first of these fields that has a text. */
  String firstText(String... names) {
    for (String name : names) {
      String text = text(name);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /**
   * A text by which something is known: bounded, and such that every store can hold it.
   *
   * @return null if absent or blank
   */
  public String id(String name) {
    String id = text(name);
    if (id != null
        && (id.length() > CustomerReference.MAX_LENGTH || !CustomerReference.isWritable(id))) {
      throw new Refusal(
          Reason.INVALID_ID,
          pointer(name),
          "An id may have "
              + CustomerReference.MAX_LENGTH
              + " characters, none of them a control character.");
    }
    return id;
  }

  /** The first of these fields that has an id. */
  String firstId(String... names) {
    for (String name : names) {
      String id = id(name);
      if (id != null) {
        return id;
      }
    }
    return null;
  }

  /** A name, such as a product's or a category's: a text of bounded length, or null. */
  String label(String name) {
    String text = text(name);
    if (text != null && text.length() > LONGEST_LABEL) {
      throw new Refusal(
          Reason.TOO_LONG,
          pointer(name),
          "'" + name + "' may have " + LONGEST_LABEL + " characters.");
    }
    return text;
  }

  /** An exact decimal from a number or a text such as "5.00"; null if absent. */
  BigDecimal decimal(String name, Reason reason) {
    if (!has(name)) {
      return null;
    }
    JsonNode value = node.path(name);
    Optional<BigDecimal> number =
        value.isTextual()
            ? Decimals.of(value.textValue())
            : Optional.of(value)
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .filter(Decimals::isPlain);
    return number.orElseThrow(
        () ->
            new Refusal(
                reason,
                pointer(name),
                "'" + name + "' must be a decimal of at most 30 digits on either side."));
  }

  /** An amount of money. */
  BigDecimal amount(String name) {
    return decimal(name, Reason.INVALID_MONEY);
  }
}
