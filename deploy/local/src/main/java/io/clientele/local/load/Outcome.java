package io.clientele.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What ingest made of the events it was sent; many threads add to it. */
public final class Outcome {

  private long sent;
  private long taken;
  private final Map<String, Long> refused = new TreeMap<>();

  /**
   * Adds the answer to a batch.
   *
   * @param size how many events or items the batch had
   */
  synchronized void add(int size, JsonNode answer) {
    sent += size;
    int said = 0;
    // A problem lists what it is about as errors; those of single events carry their reason.
    for (String list : List.of("rejected", "errors")) {
      for (JsonNode rejection : answer.path(list)) {
        if (rejection.has("reason")) {
          refused.merge(rejection.path("reason").asText(), 1L, Long::sum);
          said++;
        }
      }
    }
    if (answer.has("accepted")) {
      taken += size - said;
    } else if (said < size) {
      // A problem about the whole batch: nothing of it was taken.
      refused.merge(answer.path("title").asText("unknown"), (long) size - said, Long::sum);
    }
  }

  public synchronized long sent() {
    return sent;
  }

  public synchronized long taken() {
    return taken;
  }

  public synchronized Map<String, Long> refusedByReason() {
    return new TreeMap<>(refused);
  }
}
