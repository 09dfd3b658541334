package io.clientele.ingest.call;

import io.clientele.contract.Payload.ProductListViewed;
import io.clientele.contract.Payload.ProductListViewed.Criterion;
import io.clientele.contract.Payload.ProductViewed;
import io.clientele.contract.Payload.Searched;
import java.util.List;
import java.util.Map;

/** Looking: searches, lists, products. */
final class BrowseEvents {

  private BrowseEvents() {}

  /** By event name in lower case, v2 names and their v1 aliases. */
  static Map<String, TrackTranslator> table() {
    return Map.of(
        "products searched", BrowseEvents::searched,
        "product list viewed", BrowseEvents::listViewed,
        "product list filtered", BrowseEvents::listViewed,
        "viewed product category", BrowseEvents::listViewed,
        "product viewed", BrowseEvents::viewed,
        "viewed product", BrowseEvents::viewed,
        "product clicked", BrowseEvents::viewed,
        "clicked product", BrowseEvents::viewed);
  }

  private static Translation searched(Fields properties, Market market) {
    return Translation.of(new Searched()).with("query", properties.personalText("query"));
  }

  private static Translation listViewed(Fields properties, Market market) {
    return Translation.of(
        new ProductListViewed(
            properties.id("list_id"),
            properties.label("category"),
            Products.of(Products.lines(properties), Amounts.prices(properties, market)),
            criteria(properties.objects("filters")),
            criteria(properties.objects("sorts"))));
  }

  private static List<Criterion> criteria(List<Fields> criteria) {
    return criteria.stream()
        .map(each -> new Criterion(each.label("type"), each.label("value")))
        .toList();
  }

  private static Translation viewed(Fields properties, Market market) {
    return Translation.of(
        new ProductViewed(Products.of(properties, Amounts.prices(properties, market))));
  }
}
