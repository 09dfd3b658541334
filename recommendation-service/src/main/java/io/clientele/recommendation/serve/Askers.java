package io.clientele.recommendation.serve;

import io.clientele.contract.CustomerIds;
import io.clientele.recommendation.memory.Identities;
import io.clientele.recommendation.memory.Possessions;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who asks, and what is known of them. */
final class Askers {

  private static final int RECENT_STEPS = 20;

  private final ShopView shop;

  Askers(ShopView shop) {
    this.shop = shop;
  }

  /** Just the id itself where nobody has seen it. */
  Identities.Identity identityOf(String anyId) {
    String seen =
        CustomerIds.candidates(anyId).stream().filter(shop::knows).findFirst().orElse(anyId);
    return shop.identity(seen);
  }

  /** The ids of what these sessions touched last, oldest first. */
  List<String> touchedLast(List<long[]> sessions) {
    long[] steps = ShopView.newestOf(sessions, RECENT_STEPS);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Steps.count(steps); i++) {
      String text = shop.text(Steps.item(steps, i));
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** The session in the index that the query names, none or one. */
  List<long[]> sessionOf(SessionQuery query) {
    return query.sessionId() == null ? List.of() : shop.session(query.sessionId());
  }

  /** The sessions of a customer, by all keys, but this one. */
  List<long[]> past(Set<Long> keys, List<long[]> own) {
    return shop.sessionsOf(keys).stream()
        .filter(steps -> own.stream().noneMatch(other -> Steps.key(other) == Steps.key(steps)))
        .toList();
  }

  /** What a customer has, by all keys. */
  Possessions possessions(Set<Long> keys) {
    return keys.isEmpty() ? Possessions.NONE : shop.possessionsOf(keys);
  }

  /** All keys of whom the query names, else of whose session it is; none of nobody. */
  Set<Long> keys(SessionQuery query, List<long[]> own) {
    if (query.customerId() != null) {
      return identityOf(query.customerId()).keys();
    }
    return own.isEmpty() ? Set.of() : shop.keysOfOwner(own.get(own.size() - 1));
  }
}
