package io.clientele.ingest.call;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.clientele.contract.Json;
import io.clientele.ingest.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads JSON in which nothing would be lost: of fields of one name most readers keep the last. */
public final class StrictTrees {

  /**
   * The check of names is a by-product of building the tree. A parser's own check, which holds for
   * values that are skipped too, costs a set of names for each object.
   */
  private static final ObjectReader READER =
      Json.mapper()
          .reader()
          .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private StrictTrees() {}

  /**
   * The value that a parser stands at; what follows is left to whoever reads it next.
   *
   * @param pointer where the value stands
   */
  public static JsonNode read(JsonParser parser, String pointer) throws IOException {
    JsonNode node = tree(parser, pointer);
    refuseTorn(node, pointer);
    return node;
  }

  /**
   * The value between two bytes.
   *
   * @param pointer where the value stands
   * @throws Refusal if it breaks the bounds of what we read, or cannot be kept as it is
   */
  static JsonNode read(byte[] json, int from, int to, String pointer) {
    try (JsonParser parser = READER.createParser(json, from, to - from)) {
      parser.nextToken();
      JsonNode node = tree(parser, pointer);
      if (Surrogates.areTornIn(json, from, to)) {
        refuseTorn(node, pointer);
      }
      return node;
    } catch (JsonProcessingException e) {
      throw refusal(e, pointer)
          .orElseGet(
              () -> new Refusal(Reason.MALFORMED_JSON, pointer, "It is not well-formed JSON."));
    } catch (IOException e) {
      throw new UncheckedIOException("an array cannot fail to be read", e);
    }
  }

  /** Of a number whose exponent no int holds the parser says so in Java's words, not in its own. */
  private static JsonNode tree(JsonParser parser, String pointer) throws IOException {
    int depth = parser.getParsingContext().getNestingDepth();
    int outer = parser.currentToken().isStructStart() ? depth - 1 : depth;
    try {
      return READER.readTree(parser);
    } catch (MismatchedInputException twice) {
      throw duplicate(pointer + placeWithin(parser, outer));
    } catch (NumberFormatException tooFar) {
      throw tooFar(pointer + placeWithin(parser, outer));
    }
  }

  /** Where a parser stands, without the levels around the value that is read. */
  private static JsonPointer placeWithin(JsonParser parser, int outerLevels) {
    JsonPointer place = parser.getParsingContext().pathAsPointer();
    for (int level = 0; level < outerLevels; level++) {
      place = place.tail();
    }
    return place;
  }

  /** A number beyond what any reader can hold. */
  private static Refusal tooFar(String pointer) {
    return new Refusal(
        Reason.INVALID_VALUE,
        pointer,
        "An exponent lies between -" + Integer.MAX_VALUE + " and " + Integer.MAX_VALUE + ".");
  }

  /** What is wrong with JSON that is well-formed but not to be read; empty for any other. */
  public static Optional<Refusal> refusal(JsonProcessingException why, String pointer) {
    if (why instanceof StreamConstraintsException) {
      return Optional.of(
          new Refusal(
              Reason.TOO_LONG,
              pointer,
              "A number may have 1,000 digits, a name 50,000 characters, and values may be nested"
                  + " 1,000 deep."));
    }
    return Optional.empty();
  }

  /** A field that is there twice. */
  static Refusal duplicate(String pointer) {
    return new Refusal(
        Reason.DUPLICATE_FIELD,
        pointer,
        "The field is there twice; which one counts is not known.");
  }

  private static void refuseTorn(JsonNode node, String pointer) {
    String place = Surrogates.placeIn(node, pointer);
    if (place != null) {
      throw torn(place);
    }
  }

  /** A text that no store can hold. */
  static Refusal torn(String pointer) {
    return new Refusal(
        Reason.INVALID_TEXT, pointer, "A text in it has half a surrogate pair and cannot be kept.");
  }
}
