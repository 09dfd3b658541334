package io.clientele.ingest.ga4;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Reason;
import io.clientele.ingest.Verdict;
import io.clientele.ingest.protocol.Reply;
import java.util.List;

/** The answers of the debug endpoint, in Google's words. */
final class Validation {

  private Validation() {}

  /** What is wrong with each of the events. */
  static Reply of(List<Verdict> verdicts) {
    ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    for (int index = 0; index < verdicts.size(); index++) {
      if (verdicts.get(index) instanceof Verdict.Refused refused) {
        Fault fault = refused.fault();
        boolean aside =
            Aside.FIELDS.stream().anyMatch(field -> fault.pointer().startsWith("/" + field));
        messages.add(
            aside
                ? message(path(fault.pointer()), fault.detail(), fault.reason())
                : message(
                    eventPath(fault.pointer()),
                    "Event at index: [" + index + "]: " + fault.detail(),
                    fault.reason()));
      }
    }
    return reply(messages);
  }

  /** What is wrong with the request as a whole. */
  static Reply of(Fault fault) {
    String path = fault.reason() == Reason.MISSING_STREAM ? "measurement_id" : fault.pointer();
    ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    messages.add(message(path(path), fault.detail(), fault.reason()));
    return reply(messages);
  }

  private static ObjectNode message(String path, String description, Reason reason) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("fieldPath", path);
    message.put("description", description);
    message.put("validationCode", code(reason));
    return message;
  }

  private static Reply reply(ArrayNode messages) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("validationMessages", messages);
    return new Reply(200, "application/json", body.toString().getBytes(UTF_8));
  }

  /** Google names an event's own name by the events as a whole. */
  private static String eventPath(String pointer) {
    return pointer.equals("/name") ? "events" : "events" + pointer.replace('/', '.');
  }

  private static String path(String pointer) {
    return pointer.startsWith("/") ? pointer.substring(1).replace('/', '.') : pointer;
  }

  private static String code(Reason reason) {
    return switch (reason) {
      case MISSING_ID,
          MISSING_EVENT,
          MISSING_BATCH,
          MISSING_STREAM,
          MISSING_ORDER_ID,
          MISSING_PRODUCT_ID ->
          "VALUE_REQUIRED";
      case INVALID_NAME -> "NAME_INVALID";
      case RESERVED_NAME -> "NAME_RESERVED";
      case TOO_MANY -> "EXCEEDED_MAX_ENTITIES";
      case TOO_LARGE, TOO_LONG, TOO_DEEP -> "VALUE_OUT_OF_BOUNDS";
      default -> "VALUE_INVALID";
    };
  }
}
