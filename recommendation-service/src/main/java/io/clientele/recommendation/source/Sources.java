package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.ShopView;
import java.util.ArrayList;
import java.util.List;

/** All that look for candidates. */
public final class Sources {

  private Sources() {}

  /** Those that speak of orders and of the catalogue, too. */
  public static List<Source> of(ShopView shop, Rows rows, Associations associations) {
    List<Source> all = new ArrayList<>(of(shop, rows));
    all.add(new BoughtTogether(associations));
    all.add(new Content(shop));
    return List.copyOf(all);
  }

  /** Those that speak of sessions, over one shop; those that count rows share them. */
  public static List<Source> of(ShopView shop, Rows rows) {
    return List.of(
        new LastItem(shop, rows),
        new NewestItems(shop, rows),
        new TwoHop(rows),
        new Vstan(shop),
        new History(shop, rows));
  }
}
