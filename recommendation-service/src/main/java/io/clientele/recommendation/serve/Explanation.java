package io.clientele.recommendation.serve;

import io.clientele.recommendation.memory.ItemFacts;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.rank.Candidates;
import io.clientele.recommendation.source.Associations;
import io.clientele.recommendation.source.BoughtTogether;
import io.clientele.recommendation.source.Content;
import io.clientele.recommendation.source.History;
import io.clientele.recommendation.source.NewestItems;
import io.clientele.recommendation.source.Rows;
import io.clientele.recommendation.source.SessionAtHand;
import io.clientele.recommendation.source.Signal;
import io.clientele.recommendation.source.SimilarItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Says why candidates are suggested: by the source with the largest share of the fixed blend,
 * whatever ordered them since, because a sum of trees has no shares.
 */
final class Explanation {

  private final ShopView shop;
  private final NewestItems newestItems;
  private final SimilarItems similarItems;
  private final BoughtTogether boughtTogether;
  private final Content content;
  private final History history;

  Explanation(ShopView shop, Rows rows, Associations associations) {
    this.shop = shop;
    this.newestItems = new NewestItems(shop, rows);
    this.similarItems = new SimilarItems(shop, rows);
    this.boughtTogether = new BoughtTogether(associations);
    this.content = new Content(shop);
    this.history = new History(shop, rows);
  }

  /** The reasons of these candidates of a session, by their ranks. */
  List<Reason> of(SessionAtHand session, Candidates candidates, List<Integer> ranks) {
    int[] items = ranks.stream().mapToInt(candidates::item).toArray();
    List<Signal.Origin> origins = ranks.stream().map(candidates::strongest).toList();
    int[] distances = newestItems.because(session, items);
    boolean isAnyEarlier = origins.contains(Signal.Origin.EARLIER_SESSIONS);
    int[] earlier = isAnyEarlier ? history.because(session, items) : null;
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      int because =
          switch (origins.get(i)) {
            case EARLIER_SESSIONS -> earlier[i];
            case LAST_ITEM -> touched(session, 0);
            default -> touched(session, distances[i]);
          };
      reasons.add(reason(session, items[i], because, origins.get(i)));
    }
    return reasons;
  }

  /**
   * Why an item is suggested.
   *
   * @param because the item that speaks most for it, of this session or of earlier ones
   */
  private Reason reason(SessionAtHand session, int item, int because, Signal.Origin strongest) {
    return switch (strongest) {
      case ORDERS -> {
        BoughtTogether.Pair pair = boughtTogether.strongest(session, item);
        yield reason(Reason.Kind.TOGETHER, text(pair.item()), pair.orders());
      }
      case EARLIER_SESSIONS -> {
        long sessions = similarItems.sessionsWithBoth(because, item, session);
        yield reason(Reason.Kind.HISTORY, text(because), sessions);
      }
      case CATALOGUE -> reason(Reason.Kind.SIMILAR, content.mostLike(session, item), 0);
      case LAST_ITEM, NEWEST_ITEMS, TWO_HOP, SIMILAR_SESSIONS -> {
        long sessions = similarItems.sessionsWithBoth(because, item, session);
        yield because == item
            ? again(session, item)
            : reason(Reason.Kind.SESSION, text(because), sessions);
      }
      case SESSION_ITSELF -> again(session, item);
    };
  }

  private Reason again(SessionAtHand session, int item) {
    long times = IntStream.of(session.steps()).filter(step -> step == item).count();
    return reason(Reason.Kind.AGAIN, shop.text(item), times);
  }

  /**
   * A reason.
   *
   * @param id null where what spoke for it left a moment ago
   * @param count 0 where nothing is counted
   */
  private Reason reason(Reason.Kind kind, String id, long count) {
    Optional<Long> counted = Optional.of(count).filter(some -> some > 0);
    if (id == null) {
      return new Reason(Reason.Kind.TRENDING, null, null, null, Optional.empty());
    }
    ItemFacts facts = shop.facts(id);
    String name = facts == null || facts.name() == null ? id : facts.name();
    return new Reason(kind, id, name, null, counted);
  }

  private String text(int item) {
    return item == ShopView.UNKNOWN ? null : shop.text(item);
  }

  /** What was touched so many items ago, else the newest item that is known. */
  private static int touched(SessionAtHand session, int distance) {
    int[] items = session.newestFirst();
    boolean isKnown = distance < items.length && items[distance] != ShopView.UNKNOWN;
    return isKnown
        ? items[distance]
        : IntStream.of(items)
            .filter(item -> item != ShopView.UNKNOWN)
            .findFirst()
            .orElse(ShopView.UNKNOWN);
  }
}
