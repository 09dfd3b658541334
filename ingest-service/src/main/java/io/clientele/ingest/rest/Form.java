package io.clientele.ingest.rest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.contract.Json;
import io.clientele.ingest.Fault;
import io.clientele.runtime.http.Problem;
import io.clientele.runtime.http.Problem.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A JSON object that an operator sends, taken field by field. Faults are collected and told all at
 * once; a field that nobody takes is a fault, for it is a wish that would not be granted. A null
 * counts as absent.
 */
final class Form {

  private static final int MOST_BYTES = 64 * 1024;

  private static final ObjectReader READER =
      Json.mapper().reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private static final String POSITIVE = "must be a whole number from 1 to " + Integer.MAX_VALUE;

  private final JsonNode node;
  private final String pointer;
  private final List<FieldError> faults;
  private final Set<String> taken = new LinkedHashSet<>();

  private Form(JsonNode node, String pointer, List<FieldError> faults) {
    this.node = node;
    this.pointer = pointer;
    this.faults = faults;
  }

  /** A form without faults yet. */
  static Form of(ObjectNode body) {
    return new Form(body, "", new ArrayList<>());
  }

  /** The body as an object; an empty body is an empty object. */
  static ObjectNode body(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw Problem.of(413, "body-too-large", "Body too large", "This path takes 64 KB.")
          .exception();
    }
    if (read(bytes) instanceof ObjectNode object) {
      return object;
    }
    throw Problem.badRequest("malformed-json", "Malformed JSON", "The body must be a JSON object.")
        .exception();
  }

  private static JsonNode read(byte[] bytes) throws IOException {
    try {
      return bytes.length == 0 ? Json.mapper().createObjectNode() : READER.readTree(bytes);
    } catch (NumberFormatException tooFar) {
      throw Problem.badRequest(
              "malformed-json", "Malformed JSON", "A number's exponent is beyond what can be read.")
          .exception();
    }
  }

  /** A text by this rule, or null. */
  String text(String field, Predicate<String> rule, String detail) {
    JsonNode value = take(field);
    if (value == null || (value.isTextual() && rule.test(value.textValue()))) {
      return value == null ? null : value.textValue();
    }
    fault(field, detail);
    return null;
  }

  /** A text by this rule; its absence is a fault, told in the same words. */
  String required(String field, Predicate<String> rule, String detail) {
    String value = text(field, rule, detail);
    return present(field, value, detail);
  }

  /** A whole number of at least 1; its absence is a fault. */
  Integer requiredPositive(String field) {
    return present(field, positive(field), POSITIVE);
  }

  /** A whole number of at least 1, or null. */
  Integer positive(String field) {
    JsonNode value = take(field);
    if (value == null
        || (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 1)) {
      return value == null ? null : value.intValue();
    }
    fault(field, POSITIVE);
    return null;
  }

  /** An object within, whose faults are this one's; null if it is absent. */
  Form object(String field) {
    JsonNode value = take(field);
    if (value == null || value.isObject()) {
      return value == null ? null : new Form(value, pointer + "/" + field, faults);
    }
    fault(field, "must be an object");
    return null;
  }

  /** What is wrong with a field beyond its own form. */
  void fault(String field, String detail) {
    faults.add(new FieldError(Fault.pointer(pointer, field), detail));
  }

  /** To be called when all fields of this object are taken: the others are unknown. */
  void end() {
    node.fieldNames()
        .forEachRemaining(
            field -> {
              if (!taken.contains(field)) {
                fault(field, "is not known here; the fields are " + String.join(", ", taken));
              }
            });
  }

  /** Refuses the form if there were faults. */
  void check() {
    if (!faults.isEmpty()) {
      throw Problem.badRequest(
              "invalid-fields", "Invalid fields", "Nothing was changed; 'errors' say why.")
          .with(faults)
          .exception();
    }
  }

  /** A value of the wrong form is a fault already. */
  private <T> T present(String field, T value, String detail) {
    if (take(field) == null) {
      fault(field, detail);
    }
    return value;
  }

  private JsonNode take(String field) {
    taken.add(field);
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value;
  }
}
