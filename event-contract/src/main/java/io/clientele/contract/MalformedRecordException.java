package io.clientele.contract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;

/** The bytes of a record are not what its topic promises: a record for quarantine, not a fault. */
public final class MalformedRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** For a record that reads well but breaks a rule of its reader; no input's own text in it. */
  public MalformedRecordException(String message) {
    super(message);
  }

  MalformedRecordException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What was wrong and where, without any of the input's own text. */
  static String reasonOf(JacksonException e) {
    String place = placeOf(e.getLocation());
    if (e instanceof JsonMappingException mapping) {
      Throwable root = mapping.getCause();
      String rule =
          root instanceof IllegalArgumentException || root instanceof NullPointerException
              ? root.getMessage()
              : "a value of the wrong type";
      return rule + " at " + pointerOf(mapping) + place;
    }
    return "invalid JSON" + place;
  }

  private static String pointerOf(JsonMappingException e) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      pointer.append('/');
      pointer.append(step.getFieldName() != null ? step.getFieldName() : step.getIndex());
    }
    return pointer.isEmpty() ? "the top" : pointer.toString();
  }

  private static String placeOf(JsonLocation location) {
    return location == null
        ? ""
        : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
