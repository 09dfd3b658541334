package io.clientele.local.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Takes what a format makes of a file. */
public interface Calls {

  /** How many calls will come, where a format knows that before the first. */
  void expect(long calls);

  /** An item of the catalogue, in the shape that {@code POST /v1/catalog/items} takes. */
  void item(ObjectNode item) throws IOException;

  void call(Call call) throws IOException;

  /** Takes everything and does nothing. */
  static Calls ignored() {
    return new Calls() {
      @Override
      public void expect(long calls) {}

      @Override
      public void item(ObjectNode item) {}

      @Override
      public void call(Call call) {}
    };
  }
}
