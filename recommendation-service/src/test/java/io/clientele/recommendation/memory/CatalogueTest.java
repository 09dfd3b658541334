package io.clientele.recommendation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.recommendation.serve.Shop;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private final ShopMemory memory = new ShopMemory(1_000_000);
  private final ShopView shop = memory.view();

  @Test
  void saysWhatTheShopSaidLast() {
    learn(item("tea", "Black tea", "drinks", "Leaf", "4.50", 1));
    learn(item("tea", "Green tea", "tea", "Leaf", null, 2));
    learn(item("cup", "Green cup", "tea", "Pot & Co", "0", 2));

    ItemFacts tea = shop.facts("tea");
    ItemFacts cup = shop.facts("cup");

    assertThat(shop.category(tea.category())).isEqualTo("tea");
    assertThat(tea.price()).isNaN();
    assertThat(cup.price()).isNaN();
    assertThat(tea.name()).isEqualTo("Green tea");
    assertThat(tea.sharesCategory(cup)).isTrue();
    assertThat(tea.sharesBrand(cup)).isFalse();
    assertThat(tea.sharedWords(cup)).isEqualTo(1.0 / 3);
    assertThat(shop.findCategory("drinks")).isEqualTo(ShopView.UNKNOWN);
  }

  @Test
  void knowsNothingOfWhatWasNeverDescribedOrIsNoLonger() {
    learn(item("tea", "Black tea", "drinks", "Leaf", "4.50", 1));
    learn(item("cup", null, null, null, null, 1));

    memory.learn(List.of(new Fact.Unlisted("tea")));

    assertThat(shop.facts("tea")).isNull();
    assertThat(shop.facts("cup")).isNull();
    assertThat(shop.facts(ShopView.UNKNOWN)).isNull();
    assertThat(memory.bytes()).isZero();
  }

  @Test
  void twentyFourItemsOfACategoryThatWereToldOfLastAreSeen() {
    for (int i = 0; i < 100; i++) {
      learn(item("tea-" + i, null, "tea", null, null, i));
    }
    learn(item("tea-7", "changed", "tea", null, null, 200));
    learn(item("tea-8", "moved", "cups", null, null, 300));

    assertThat(newcomers("tea")).hasSize(24).startsWith("tea-7", "tea-99").endsWith("tea-77");
    assertThat(newcomers("cups")).containsExactly("tea-8");
    assertThat(newcomers("pots")).isEmpty();
  }

  @Test
  void whereTheCatalogueIsSilentTheNewestEventSpeaks() {
    learn(viewed(2, "tea", "Green tea", "drinks"));
    learn(viewed(1, "tea", "Old tea", "food"));
    learn(viewed(3, "tea", null, null));
    assertThat(shop.facts("tea").name()).isEqualTo("Green tea");

    learn(item("tea", "Black tea", "tea", null, null, 1));
    learn(viewed(4, "tea", "Newest tea", "drinks"));
    assertThat(shop.facts("tea").name()).isEqualTo("Black tea");
    assertThat(shop.findCategory("drinks")).isEqualTo(ShopView.UNKNOWN);
  }

  @Test
  void whatEventsSayIsForgottenWithThem() {
    for (int i = 0; i < 200; i++) {
      learn(viewed(i, "item-" + i, "Item", "category-" + i));
    }

    assertThat(memory.bytes()).isPositive();
    assertThat(shop.facts("item-0")).isNull();
    assertThat(shop.findCategory("category-0")).isEqualTo(ShopView.UNKNOWN);
    assertThat(shop.category(shop.facts("item-199").category())).isEqualTo("category-199");
  }

  @Test
  void withdrawnItemIsNoNewcomer() {
    learn(item("tea", "Black tea", "drinks", null, null, 1));
    learn(new CatalogItem("tea", null, "drinks", null, null, null, null, true, Instant.EPOCH));

    assertThat(newcomers("drinks")).isEmpty();
    assertThat(shop.facts("tea")).isNotNull();
  }

  @Test
  void takesAQuarterOfTheBudgetAndCountsWhatThereWasNoRoomFor() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      facts.add(new Fact.Listed(item("item-" + i, "Item " + i, "c" + i % 50, "b", "1.00", i)));
    }

    memory.learn(facts);

    assertThat(memory.bytes()).isBetween(240_000L, 260_000L);
    assertThat(memory.refused()).as("items, and names alone").isBetween(4_000L, 4_900L);
    assertThat(shop.facts("item-0").name()).isEqualTo("Item 0");
    assertThat(shop.facts("item-4999")).isNull();
  }

  private static Fact viewed(int minute, String id, String name, String category) {
    Product product = new Product(id, name, category, null, null, null, null);
    return Shop.happened(
        "ada", "s", Duration.ofMinutes(minute), id, new Payload.ProductViewed(product));
  }

  private void learn(Fact fact) {
    memory.learn(List.of(fact));
  }

  private void learn(CatalogItem item) {
    memory.learn(List.of(new Fact.Listed(item)));
  }

  private List<String> newcomers(String category) {
    return IntStream.of(shop.newcomers(shop.findCategory(category))).mapToObj(shop::text).toList();
  }

  private static CatalogItem item(
      String id, String name, String category, String brand, String price, int second) {
    Money money = price == null ? null : new Money(new BigDecimal(price), "EUR");
    Instant at = Instant.EPOCH.plusSeconds(second);
    return new CatalogItem(id, name, category, brand, money, null, null, false, at);
  }
}
