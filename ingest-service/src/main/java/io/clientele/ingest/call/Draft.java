package io.clientele.ingest.call;

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
