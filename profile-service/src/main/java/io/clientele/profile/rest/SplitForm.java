package io.clientele.profile.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.contract.Json;
import io.clientele.contract.RecordFormat;
import io.clientele.profile.fold.WholeText;
import io.clientele.runtime.http.Problem;
import io.clientele.runtime.http.Problem.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of a split.
 *
 * @param identity the id to take out
 */
record SplitForm(String identity) {

  private static final int MOST_BYTES = 64 * 1024;

  private static final String IDENTITY = "identity";

  private static final ObjectReader READER =
      Json.mapper().reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private static final RecordFormat<SplitForm> FORMAT = RecordFormat.of(SplitForm.class);

  /**
   * The form that a body fills in.
   *
   * @param usual the identity of a body that names none, or is empty
   * @throws io.clientele.runtime.http.ProblemException with status 413 above 64 KB, 400 if it is
   *     not an object of this form
   * @throws com.fasterxml.jackson.core.JacksonException if it is not JSON
   */
  static SplitForm read(InputStream body, String usual) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw Problem.of(413, "body-too-large", "Body too large", "This path takes 64 KB.")
          .exception();
    }
    return bytes.length == 0 ? new SplitForm(usual) : of(READER.readTree(bytes), usual);
  }

  /** As an owner elsewhere is asked for the same. */
  String json() {
    return new String(FORMAT.write(this), StandardCharsets.UTF_8);
  }

  private static SplitForm of(JsonNode body, String usual) {
    if (!(body instanceof ObjectNode object)) {
      throw Problem.badRequest(
              "malformed-json", "Malformed JSON", "The body must be a JSON object.")
          .exception();
    }
    List<FieldError> faults = new ArrayList<>();
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals(IDENTITY)) {
                faults.add(fault(name, "is not known here; there is only 'identity'"));
              }
            });
    JsonNode identity = object.path(IDENTITY);
    boolean absent = identity.isMissingNode() || identity.isNull();
    if (!absent && !isId(identity)) {
      faults.add(fault(IDENTITY, "must be a text, one of the customer's ids"));
    }
    if (!faults.isEmpty()) {
      throw Problem.badRequest(
              "invalid-fields", "Invalid fields", "Nothing was split; 'errors' say why.")
          .with(faults)
          .exception();
    }
    return new SplitForm(absent ? usual : identity.textValue());
  }

  /** No id has half a character, which an owner elsewhere could not even be asked for. */
  private static boolean isId(JsonNode identity) {
    return identity.isTextual()
        && !identity.textValue().isBlank()
        && WholeText.is(identity.textValue());
  }

  private static FieldError fault(String field, String detail) {
    return new FieldError(JsonPointer.empty().appendProperty(field).toString(), detail);
  }
}
