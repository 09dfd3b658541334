package io.clientele.local.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.local.load.Call;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What the simulated shop sells. */
final class Assortment {

  /** Something to buy. */
  record Item(String id, String name, int category, BigDecimal price) {}

  private static final List<String> CATEGORIES =
      List.of("kitchen", "garden", "books", "toys", "office", "sport");
  private static final List<String> KINDS =
      List.of(
          "Classic", "Little", "Grand", "Blue", "Red", "Folding", "Oak", "Steel", "Soft", "Old");
  private static final List<String> THINGS =
      List.of("Teapot", "Lantern", "Atlas", "Puzzle", "Lamp", "Ball");
  private static final double FAITHFULNESS = 0.8;

  private final List<Item> items = new ArrayList<>();

  Assortment() {
    for (int category = 0; category < CATEGORIES.size(); category++) {
      for (int kind = 0; kind < KINDS.size(); kind++) {
        String name = KINDS.get(kind) + " " + THINGS.get(category);
        String id = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        items.add(new Item(id, name, category, BigDecimal.valueOf(499 + 700L * kind, 2)));
      }
    }
  }

  int categories() {
    return CATEGORIES.size();
  }

  /** The catalogue as ingest takes it. */
  List<ObjectNode> catalogue(String currency) {
    return items.stream()
        .map(
            item ->
                Call.object()
                    .put("itemId", item.id())
                    .put("name", item.name())
                    .put("category", CATEGORIES.get(item.category()))
                    .put("price", item.price())
                    .put("currency", currency))
        .toList();
  }

  /** An item that catches the eye of somebody with this taste. */
  Item glance(Random random, int taste) {
    int category = random.nextDouble() < FAITHFULNESS ? taste : random.nextInt(CATEGORIES.size());
    // The square favours the first of each category: some things sell better than others.
    double popularity = random.nextDouble() * random.nextDouble();
    return items.get(category * KINDS.size() + (int) (popularity * KINDS.size()));
  }

  /** The item as an event's properties name it. */
  static ObjectNode product(Item item) {
    return Call.object()
        .put("product_id", item.id())
        .put("name", item.name())
        .put("category", CATEGORIES.get(item.category()))
        .put("price", item.price());
  }
}
