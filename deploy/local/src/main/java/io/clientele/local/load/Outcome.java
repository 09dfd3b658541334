package io.clientele.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What ingest made of the events it was sent; many threads add to it. */
public final class Outcome {

  /** As in {@code /batch/17/properties/price}. */
  private static final Pattern POINTER = Pattern.compile("^/batch/(\\d{1,9})(?:/|$)");

  private long sent;
  private long taken;
  private final Map<String, Long> refused = new TreeMap<>();

  /**
   * One event or item that was not taken.
   *
   * @param index its place in the batch, from 0; -1 if ingest does not tell
   */
  record Refusal(int index, String reason) {}

  /**
   * Adds the answer to a batch.
   *
   * @param size how many events or items the batch had
   * @return what of it was not taken
   */
  synchronized List<Refusal> add(int size, JsonNode answer) {
    sent += size;
    List<Refusal> refusals = new ArrayList<>();
    // A problem lists what it is about as errors; those of single events carry their reason.
    for (String list : List.of("rejected", "errors")) {
      for (JsonNode rejection : answer.path(list)) {
        if (rejection.has("reason")) {
          refusals.add(new Refusal(index(rejection), rejection.path("reason").asText()));
        }
      }
    }
    if (answer.has("accepted")) {
      taken += size - refusals.size();
    } else if (refusals.size() < size) {
      // A problem about the whole batch: nothing of it was taken.
      String title = answer.path("title").asText("unknown");
      Set<Integer> told = refusals.stream().map(Refusal::index).collect(Collectors.toSet());
      IntStream.range(0, size)
          .filter(index -> !told.contains(index))
          .limit((long) size - refusals.size())
          .forEach(index -> refusals.add(new Refusal(index, title)));
    }
    refusals.forEach(refusal -> refused.merge(refusal.reason(), 1L, Long::sum));
    return refusals;
  }

  private static int index(JsonNode rejection) {
    Matcher pointer = POINTER.matcher(rejection.path("pointer").asText());
    return rejection.path("index").asInt(pointer.find() ? Integer.parseInt(pointer.group(1)) : -1);
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
