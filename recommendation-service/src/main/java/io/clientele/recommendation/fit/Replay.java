package io.clientele.recommendation.fit;

import io.clientele.recommendation.memory.ShopMemory;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import io.clientele.recommendation.rank.Candidates;
import io.clientele.recommendation.rank.Ranking;
import io.clientele.recommendation.source.Rows;
import io.clientele.recommendation.source.SessionAtHand;
import io.clientele.recommendation.source.Sources;
import java.util.ArrayList;
import java.util.List;

/**
 * A shop's past once more, from the start: sessions enter an index of their own one after another,
 * and what each went on to is asked for before it does. So nothing that is learned from the answers
 * knows what came later.
 */
final class Replay {

  /** Told of every step that is to be foretold. */
  interface Listener {
    /**
     * A query.
     *
     * @param candidates valid until this returns
     * @param next the item that came next
     */
    void asked(Candidates candidates, String next);
  }

  private final ShopView shop;
  private final ShopMemory past;
  private final Ranking ranking;

  /** Of nothing yet. */
  Replay(ShopView shop, long budgetBytes) {
    this.shop = shop;
    this.past = ShopMemory.ofThePast(budgetBytes, shop);
    Rows rows = new Rows(past.view(), budgetBytes / 2, () -> 0);
    this.ranking = new Ranking(past.view(), Sources.of(past.view(), rows));
  }

  /** Lets sessions enter. */
  void enter(List<long[]> sessions) {
    past.learn(sessions, shop);
  }

  /** Asks what each session went on to, then lets it enter. */
  void play(List<long[]> sessions, Choice choice, Listener listener) {
    for (long[] session : sessions) {
      List<String> items = new ArrayList<>();
      for (int at = 0; at < Steps.count(session); at++) {
        String next = shop.text(Steps.item(session, at));
        if (next == null) {
          break; // it left a moment ago
        }
        if (at > 0 && choice.has(session, at)) {
          ask(items, session, next, listener);
        }
        items.add(next);
      }
      enter(List.of(session));
    }
  }

  private void ask(List<String> items, long[] steps, String next, Listener listener) {
    List<long[]> earlier = past.view().sessionsOf(shop.keysOfOwner(steps));
    SessionAtHand session = SessionAtHand.of(items, past.view(), List.of()).after(earlier);
    listener.asked(ranking.of(session), next);
  }
}
