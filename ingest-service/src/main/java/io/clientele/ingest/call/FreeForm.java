package io.clientele.ingest.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fields of the shop's own naming, with the direct identifiers of people taken out, since those may
 * stand in {@code personal} only.
 *
 * @param open everything else, nested as it came
 * @param personal the identifiers; nested ones by their path, such as {@code customer.email}
 */
record FreeForm(Map<String, Object> open, Map<String, Object> personal) {

  /** Deep enough for any shop, shallow enough for every JSON reader. */
  private static final int MOST_LEVELS = 50;

  private static final int LONGEST_NAME = 256;

  private static final Set<String> IDENTIFIERS =
      Set.of(
          "mobile",
          "mobilenumber",
          "fax",
          "middlename",
          "nickname",
          "displayname",
          "maidenname",
          "contactname",
          "dob",
          "street",
          "streetname",
          "housenumber",
          "zip",
          "zipcode",
          "postcode",
          "postalcode",
          "username",
          "avatar");

  /** Identify a person under whatever prefix, as in {@code billing_address}. */
  private static final List<String> ENDINGS =
      List.of(
          "email",
          "phone",
          "phonenumber",
          "address",
          "firstname",
          "givenname",
          "lastname",
          "familyname",
          "surname",
          "fullname",
          "customername",
          "birthday",
          "birthdate",
          "dateofbirth");

  /** Identify a person at the top only: nested ones name products, lists and the like. */
  private static final Set<String> TOP_IDENTIFIERS = Set.of("name", "description");

  /** Divides an object's fields. */
  static FreeForm of(Fields fields) {
    Map<String, Object> personal = new LinkedHashMap<>();
    Reader reader = new Reader(fields, personal);
    return new FreeForm(reader.object(fields.node(), "", 0), personal);
  }

  private record Reader(Fields fields, Map<String, Object> personal) {

    Map<String, Object> object(JsonNode node, String path, int level) {
      Map<String, Object> open = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        checkName(field.getKey());
        String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
        if (identifies(field.getKey(), level)) {
          // Whole, whatever is in it: all of an address is personal.
          personal.put(at, plain(field.getValue(), level + 1));
        } else {
          open.put(field.getKey(), value(field.getValue(), at, level + 1));
        }
      }
      return open;
    }

    private Object value(JsonNode node, String path, int level) {
      checkLevel(level);
      if (node.isObject()) {
        return object(node, path, level);
      }
      if (node.isArray()) {
        List<Object> items = new ArrayList<>(node.size());
        for (int index = 0; index < node.size(); index++) {
          items.add(value(node.get(index), path + "." + index, level + 1));
        }
        return items;
      }
      return scalar(node);
    }

    private Object plain(JsonNode node, int level) {
      checkLevel(level);
      if (node.isObject()) {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(f -> map.put(f.getKey(), plain(f.getValue(), level + 1)));
        return map;
      }
      if (node.isArray()) {
        List<Object> items = new ArrayList<>(node.size());
        node.forEach(item -> items.add(plain(item, level + 1)));
        return items;
      }
      return scalar(node);
    }

    private Object scalar(JsonNode node) {
      if (node.isTextual()) {
        return node.textValue();
      }
      if (node.isBoolean()) {
        return node.booleanValue();
      }
      if (node.isNumber()) {
        return number(node);
      }
      return null;
    }

    private Object number(JsonNode node) {
      if (node.isIntegralNumber() && node.canConvertToLong()) {
        return node.longValue();
      }
      BigDecimal number = node.decimalValue();
      if (!Fields.isPlain(number)) {
        throw new Refusal(
            Reason.INVALID_VALUE,
            fields.pointer(),
            "A number in it is larger or finer than 30 digits.");
      }
      return number;
    }

    private void checkLevel(int level) {
      if (level > MOST_LEVELS) {
        throw new Refusal(
            Reason.TOO_DEEP,
            fields.pointer(),
            "The event is nested deeper than " + MOST_LEVELS + " levels.");
      }
    }

    private static boolean identifies(String name, int level) {
      String plain = lettersOf(name);
      return IDENTIFIERS.contains(plain)
          || ENDINGS.stream().anyMatch(plain::endsWith)
          || (level == 0 && TOP_IDENTIFIERS.contains(plain));
    }

    /** Shops write first_name, "First Name", firstName and address2. */
    private static String lettersOf(String name) {
      StringBuilder letters = new StringBuilder(name.length());
      name.chars()
          .filter(Character::isLetter)
          .forEach(c -> letters.append((char) Character.toLowerCase(c)));
      return letters.toString();
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
