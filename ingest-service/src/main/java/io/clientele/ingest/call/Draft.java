package io.clientele.ingest.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** A call in the making, of something that another protocol sent: knows where its fields stood. */
public final class Draft {

  private final ObjectNode call = JsonNodeFactory.instance.objectNode();
  private final Map<String, String> places = new HashMap<>();

  /** The call, to be filled. */
  public ObjectNode call() {
    return call;
  }

  /**
   * Notes that what stands at and below a pointer of the call stood at a place of what was sent.
   */
  public void note(String pointer, String place) {
    places.put(pointer, place);
  }

  /**
   * Copies a text or number as it was sent, so that what cleaning changes is written down with the
   * call; a blank one too, anything else is left out.
   *
   * @param to a pointer into the call, below objects that are made if they are not there
   */
  public void copy(Fields from, String name, String to) {
    JsonNode value = from.node().path(name);
    if (value.isTextual() || value.isNumber()) {
      String[] steps = to.split("/", -1);
      ObjectNode object = call;
      for (int step = 1; step < steps.length - 1; step++) {
        object = object.withObjectProperty(steps[step]);
      }
      object.set(steps[steps.length - 1], value);
      note(to, from.pointer(name));
    }
  }

  /** Where something stood in what was sent; the whole of it if nobody noted. */
  public String placeOf(String pointer) {
    String known = pointer;
    while (!places.containsKey(known)) {
      if (known.isEmpty()) {
        return "";
      }
      known = known.substring(0, known.lastIndexOf('/'));
    }
    return places.get(known) + pointer.substring(known.length());
  }
}
