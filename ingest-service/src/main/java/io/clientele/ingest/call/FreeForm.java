package io.clientele.ingest.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.Decimals;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Reason;
import io.clientele.ingest.clean.Country;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fields of the shop's own naming, cleaned, with the direct identifiers of people taken out, since
 * those may stand in {@code personal} only.
 *
 * @param open everything else, nested as it came
 * @param personal the identifiers; nested ones by their path, such as {@code customer.email}
 */
record FreeForm(Map<String, Object> open, Map<String, Object> personal) {

  /** Deep enough for any shop, shallow enough for every JSON reader. */
  private static final int MOST_LEVELS = 50;

  private static final int LONGEST_NAME = 256;

  /**
   * Divides an object's fields.
   *
   * @param country ISO 3166-1 alpha-2, where the fields themselves name none; or null
   */
  static FreeForm of(Fields fields, String country) {
    Map<String, Object> personal = new LinkedHashMap<>();
    String region = regionOf(fields, country);
    Reader reader =
        new Reader(
            fields,
            personal,
            new FreeText(fields.changes()::note, region),
            new FreeText(fields.changes()::notePersonal, region));
    return new FreeForm(
        reader.object(fields.node(), new Spot(null, fields.pointer(), 0)), personal);
  }

  private static String regionOf(Fields fields, String otherwise) {
    String named = fields.node().path("country").asText("");
    String addressed = fields.node().path("address").path("country").asText("");
    return Country.code(named).or(() -> Country.code(addressed)).orElse(otherwise);
  }

  /**
   * Where a value stands; written out only where somebody asks.
   *
   * @param outer null at the top
   * @param name at the top: the pointer of the whole
   */
  private record Spot(Spot outer, String name, int level) {

    Spot at(String field) {
      return new Spot(this, field, level + 1);
    }

    /** The names from the top, divided by dots. */
    String path() {
      return level == 1 ? name : outer.path() + "." + name;
    }

    /** As a JSON pointer into the call. */
    String pointer() {
      return outer == null ? name : Fault.pointer(outer.pointer(), name);
    }
  }

  private record Reader(
      Fields fields, Map<String, Object> personal, FreeText openText, FreeText personalText) {

    Map<String, Object> object(JsonNode node, Spot spot) {
      Map<String, Object> open = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        checkName(field.getKey());
        String letters = Identifiers.lettersOf(field.getKey());
        Spot at = spot.at(field.getKey());
        if (Identifiers.include(letters, spot.level())) {
          // Whole, whatever is in it: all of an address is personal.
          personal.put(at.path(), plain(field.getValue(), letters, at));
        } else {
          open.put(field.getKey(), value(field.getValue(), letters, at));
        }
      }
      return open;
    }

    private Object value(JsonNode node, String letters, Spot spot) {
      checkLevel(spot);
      if (node.isObject()) {
        return object(node, spot);
      }
      if (node.isArray()) {
        List<Object> items = new ArrayList<>(node.size());
        for (int index = 0; index < node.size(); index++) {
          items.add(value(node.get(index), letters, spot.at(Integer.toString(index))));
        }
        return items;
      }
      return scalar(node, letters, spot, openText);
    }

    private Object plain(JsonNode node, String letters, Spot spot) {
      checkLevel(spot);
      if (node.isObject()) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
          String name = field.getKey();
          map.put(name, plain(field.getValue(), Identifiers.lettersOf(name), spot.at(name)));
        }
        return map;
      }
      if (node.isArray()) {
        List<Object> items = new ArrayList<>(node.size());
        for (int index = 0; index < node.size(); index++) {
          items.add(plain(node.get(index), letters, spot.at(Integer.toString(index))));
        }
        return items;
      }
      return scalar(node, letters, spot, personalText);
    }

    private Object scalar(JsonNode node, String letters, Spot spot, FreeText text) {
      if (node.isTextual()) {
        return text.clean(letters, spot::pointer, node.textValue());
      }
      if (node.isBoolean()) {
        return node.booleanValue();
      }
      if (node.isNumber()) {
        return number(node, spot);
      }
      return null;
    }

    private static Object number(JsonNode node, Spot spot) {
      if (node.isIntegralNumber() && node.canConvertToLong()) {
        return node.longValue();
      }
      BigDecimal number = node.decimalValue();
      if (!Decimals.isPlain(number)) {
        throw new Refusal(
            Reason.INVALID_VALUE,
            spot.pointer(),
            "A number in it has more than 30 digits before or behind its point.");
      }
      return number;
    }

    private void checkLevel(Spot spot) {
      if (spot.level() > MOST_LEVELS) {
        throw new Refusal(
            Reason.TOO_DEEP,
            fields.pointer(),
            "The event is nested deeper than " + MOST_LEVELS + " levels.");
      }
    }

    private void checkName(String name) {
      if (name.length() > LONGEST_NAME) {
        throw new Refusal(
            Reason.TOO_LONG,
            fields.pointer(),
            "A field's name in it is longer than " + LONGEST_NAME + " characters.");
      }
    }
  }
}
