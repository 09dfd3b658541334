package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.ShopView;
import java.util.List;

/** All that looks for candidates. */
public final class Sources {

  private Sources() {}

  /** Over one shop; those that count rows share them. */
  public static List<Source> of(ShopView shop, Rows rows) {
    return List.of(
        new LastItem(shop, rows), new NewestItems(shop, rows), new TwoHop(rows), new Vstan(shop));
  }
}
