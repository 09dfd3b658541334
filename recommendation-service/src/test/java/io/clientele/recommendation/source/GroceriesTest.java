package io.clientele.recommendation.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.memory.ShopMemory;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.serve.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is bought together in the Groceries data of arules (Hahsler et al. 2006), 9,835 baskets of
 * 169 items: the figures that its rules have there.
 */
class GroceriesTest {

  private static final Path DATA = Path.of("..", "..", "shared", "data", "groceries");

  @Test
  void rulesHaveTheirPublishedFigures() throws IOException {
    assumeTrue(Files.isDirectory(DATA), () -> "no data at " + DATA.toAbsolutePath().normalize());
    ShopView shop = shop(Files.readAllLines(DATA.resolve("groceries.csv")));

    Association milk = association(shop, "other vegetables", "whole milk");
    Association meat = association(shop, "Instant food products", "hamburger meat");

    assertThat(shop.orders()).isEqualTo(9_835);
    assertThat(milk.count()).isEqualTo(736);
    assertThat(milk.support()).isCloseTo(.074835, within(5e-7));
    assertThat(milk.confidence()).isCloseTo(.386758, within(5e-7));
    assertThat(milk.lift()).isCloseTo(1.513634, within(5e-7));
    assertThat(milk.likelihoodRatio()).isCloseTo(200.07, within(.005));
    assertThat(meat.count()).isEqualTo(30);
    assertThat(meat.confidence()).isCloseTo(.379747, within(5e-7));
    assertThat(meat.lift()).isCloseTo(11.4214, within(5e-5));
    assertThat(meat.likelihoodRatio()).isCloseTo(105.09, within(.005));
  }

  private static Association association(ShopView shop, String one, String other) {
    return new Associations(shop, 1_000_000)
        .between(shop.find(one), shop.find(other))
        .orElseThrow();
  }

  private static ShopView shop(List<String> baskets) {
    ShopMemory memory = new ShopMemory(64L * 1024 * 1024);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < baskets.size(); i++) {
      String[] items = baskets.get(i).split(",", -1);
      facts.add(Shop.ordered("c" + i, "s" + i, Duration.ofMinutes(i), "o" + i, items));
    }
    memory.learn(facts);
    return memory.view();
  }
}
