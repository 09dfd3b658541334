package io.clientele.contract;

import java.time.Instant;

/**
 * What the shop sells; whatever it did not say is null.
 *
 * @param itemId the shop's product id, else its SKU, as events name it
 * @param name what it is called, in the shop's words
 * @param category where the shop has it, as events name it
 * @param brand who makes it, as events name it
 * @param price of one unit, in the currency that the shop sent
 * @param url its page
 * @param imageUrl its picture
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
