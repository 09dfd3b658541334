package io.clientele.contract;

import java.time.Instant;

/**
 * What the shop sells; whatever it did not say is null.
 *
 * @param withdrawn no longer to be shown or recommended
 * @param updatedAt when the shop told us
 */
public record CatalogItem(
    String itemId,
    String name,
    String category,
    String brand,
    Money price,
    String url,
    String imageUrl,
    boolean withdrawn,
    Instant updatedAt) {

  public CatalogItem {
    Require.text(itemId, "itemId");
    Require.present(updatedAt, "updatedAt");
  }
}
