package io.clientele.ingest;

import java.util.Objects;

/**
 * What is wrong with something that was sent.
 *
 * @param pointer where, as a JSON pointer into it; empty where it is the whole
 * @param detail what is wrong and what to do; never a value that was sent
 */
public record Fault(Reason reason, String pointer, String detail) {

  public Fault {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(detail, "detail");
  }

  /** Where a field stands in an object that stands here, as a JSON pointer (RFC 6901). */
  public static String pointer(String object, String field) {
    return object + "/" + field.replace("~", "~0").replace("/", "~1");
  }
}
