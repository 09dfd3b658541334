package io.clientele.ingest.call;

import io.clientele.contract.Change;
import io.clientele.contract.CustomerEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes down what cleaning changes in one call. What is read twice with one result is written down
 * once. For one thread.
 */
final class Changes {

  /** What is longer is written down by its beginning. */
  private static final int MOST_CHARACTERS = 256;

  /** One way to write a change down. */
  @FunctionalInterface
  interface Note {
    void of(String rule, String field, String from, String to);
  }

  /** Each with whether only {@code personal} may hold it. */
  private final Map<Change, Boolean> changes = new LinkedHashMap<>();

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
      changes.merge(change, personal, Boolean::logicalOr);
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
    Set<Change> all = new LinkedHashSet<>();
    changes.forEach(
        (change, personal) -> {
          Change placed = placed(change, placeOf);
          all.add(personal ? new Change(placed.field(), null, null, placed.rule()) : placed);
        });
    return List.copyOf(all);
  }

  /** What an event's {@code personal} is, with the changes of personal fields in full. */
  Map<String, Object> withPersonal(Map<String, Object> personal, UnaryOperator<String> placeOf) {
    List<Change> own =
        changes.entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(each -> placed(each.getKey(), placeOf))
            .distinct()
            .toList();
    if (own.isEmpty()) {
      return personal;
    }
    Map<String, Object> more = new LinkedHashMap<>(personal);
    more.put(CustomerEvent.PERSONAL_CHANGES, own);
    return more;
  }

  private static Change placed(Change change, UnaryOperator<String> placeOf) {
    return new Change(placeOf.apply(change.field()), change.from(), change.to(), change.rule());
  }
}
