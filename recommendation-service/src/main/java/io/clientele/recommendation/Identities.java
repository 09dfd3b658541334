package io.clientele.recommendation;

import io.clientele.contract.CustomerMerge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which ids are one customer, as {@code customer-merges} says: devices lead to known ids. */
final class Identities {

  /** A device leads to its known id and that to its canonical one; more would be a fault. */
  private static final int MOST_MOVES = 4;

  private final Map<String, String> leadsTo = new HashMap<>();
  private final Map<String, Set<String>> ledHere = new HashMap<>();

  void apply(CustomerMerge merge) {
    forget(merge.customerId());
    if (!merge.canonicalId().equals(merge.customerId())) {
      leadsTo.put(merge.customerId(), merge.canonicalId());
      ledHere.computeIfAbsent(merge.canonicalId(), id -> new TreeSet<>()).add(merge.customerId());
    }
  }

  /** The id stands for itself again. */
  void forget(String customerId) {
    String former = leadsTo.remove(customerId);
    if (former != null) {
      Set<String> rest = ledHere.get(former);
      rest.remove(customerId);
      if (rest.isEmpty()) {
        ledHere.remove(former);
      }
    }
  }

  /** Whether anything is linked to the id. */
  boolean knows(String customerId) {
    return leadsTo.containsKey(customerId) || ledHere.containsKey(customerId);
  }

  String canonical(String customerId) {
    String id = customerId;
    for (int moves = 0; moves < MOST_MOVES && leadsTo.containsKey(id); moves++) {
      id = leadsTo.get(id);
    }
    return id;
  }

  /** The canonical id and every id that leads to it, itself first. */
  List<String> all(String canonicalId) {
    List<String> ids = new ArrayList<>(List.of(canonicalId));
    List<String> reached = List.of(canonicalId);
    for (int moves = 0; moves < MOST_MOVES && !reached.isEmpty(); moves++) {
      reached =
          reached.stream()
              .flatMap(id -> ledHere.getOrDefault(id, Set.of()).stream())
              .filter(id -> !ids.contains(id))
              .toList();
      ids.addAll(reached);
    }
    return ids;
  }
}
