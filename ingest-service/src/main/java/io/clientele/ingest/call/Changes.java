package io.clientele.ingest.call;

import io.clientele.contract.Change;
import io.clientele.contract.CustomerEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Writes down what cleaning changes in one call. A field that is read twice is written down once.
 * For one thread.
 */
final class Changes {

  /** What is longer is written down by its beginning. */
  private static final int MOST_CHARACTERS = 256;

  /** One way to write a change down. */
  @FunctionalInterface
  interface Note {
    void of(String rule, String field, String from, String to);
  }

  private record Place(String field, String rule) {}

  private record Step(Change change, boolean personal) {}

  private final Map<Place, Step> steps = new LinkedHashMap<>();

  /** A change of what everybody may see; nothing if the two are the same. */
  void note(String rule, String field, String from, String to) {
    add(rule, field, from, to, false);
  }

  /** A change of what only {@code personal} may hold. */
  void notePersonal(String rule, String field, String from, String to) {
    add(rule, field, from, to, true);
  }

  private void add(String rule, String field, String from, String to, boolean personal) {
    if (!Objects.equals(from, to)) {
      Change change = new Change(field, beginning(from), beginning(to), rule);
      steps.putIfAbsent(new Place(field, rule), new Step(change, personal));
    }
  }

  private static String beginning(String text) {
    return text == null || text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, MOST_CHARACTERS) + "…";
  }

  /**
   * All of them, in order; of personal ones only that there was one.
   *
   * @param placeOf where something stands in what was sent, given where it stands in the call
   */
  List<Change> all(UnaryOperator<String> placeOf) {
    List<Change> all = new ArrayList<>(steps.size());
    for (Step step : steps.values()) {
      Change change = placed(step.change(), placeOf);
      all.add(step.personal() ? new Change(change.field(), null, null, change.rule()) : change);
    }
    return all;
  }

  /** What an event's {@code personal} is, with the changes of personal fields in full. */
  Map<String, Object> withPersonal(Map<String, Object> personal, UnaryOperator<String> placeOf) {
    List<Change> changes =
        steps.values().stream()
            .filter(Step::personal)
            .map(step -> placed(step.change(), placeOf))
            .toList();
    if (changes.isEmpty()) {
      return personal;
    }
    Map<String, Object> more = new LinkedHashMap<>(personal);
    more.put(CustomerEvent.PERSONAL_CHANGES, changes);
    return more;
  }

  private static Change placed(Change change, UnaryOperator<String> placeOf) {
    return new Change(placeOf.apply(change.field()), change.from(), change.to(), change.rule());
  }
}
