package io.clientele.contract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Map;

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
      String rule =
          mapping.getCause() instanceof BrokenRuleException broken
              ? broken.getMessage()
              : "a value of the wrong type";
      return rule + " at " + pointerOf(mapping) + place;
    }
    return "invalid JSON" + place;
  }

  private static String pointerOf(JsonMappingException e) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      pointer.append('/');
      pointer.append(nameOf(step));
    }
    return pointer.isEmpty() ? "the top" : pointer.toString();
  }

  /** A map's keys are the input's own text; a record's field names are ours. */
  private static String nameOf(JsonMappingException.Reference step) {
    if (step.getFieldName() == null) {
      return Integer.toString(step.getIndex());
    }
    return isMap(step.getFrom()) ? "*" : step.getFieldName();
  }

  private static boolean isMap(Object from) {
    return from instanceof Class<?> type ? Map.class.isAssignableFrom(type) : from instanceof Map;
  }

  private static String placeOf(JsonLocation location) {
    return location == null
        ? ""
        : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
