package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CatalogItem;
import io.clientele.recommendation.memory.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Readers have no lock: they see old or new sessions, and never half of one. */
class ReadingWhileLearningTest {

  private static final int DEEDS = 40_000;

  @Test
  void everyAnswerHoldsItemsOfTheShopOnly() throws InterruptedException {
    Recommender recommender = new Recommender(200_000);
    int answers = 0;
    List<Fact> deeds = deeds();
    Thread writer = new Thread(() -> learn(recommender, deeds));
    writer.start();
    Random random = new Random(7);
    while (writer.isAlive() || answers == 0) {
      String first = "item-" + random.nextInt(300);
      String second = "item-" + random.nextInt(300);
      assertIds(recommender.forSession(Shop.session(first, second)).items(), Suggestion::id);
      recommender.boughtTogether(first, 20).ifPresent(all -> assertIds(all, Together::id));
      recommender.similar(first, 20).ifPresent(all -> assertIds(all, Related::id));
      assertIds(recommender.trending(20), Suggestion::id);
      CustomerQuery customer = new CustomerQuery("c" + random.nextInt(500), null, 20);
      assertIds(recommender.forCustomer(customer).shown().items(), Suggestion::id);
      answers++;
    }
    writer.join();
    Recommender after = new Recommender(200_000);
    after.learn(deeds);

    assertThat(recommender.size()).isEqualTo(after.size());
  }

  private static <T> void assertIds(List<T> answers, Function<T, String> id) {
    assertThat(answers).extracting(id::apply).doesNotContainNull().doesNotHaveDuplicates();
  }

  private static void learn(Recommender recommender, List<Fact> deeds) {
    for (int i = 0; i < deeds.size(); i++) {
      recommender.learn(List.of(deeds.get(i)));
      if (i % 50 == 0) {
        recommender.refreshTrending();
      }
    }
  }

  private static List<Fact> deeds() {
    Random random = new Random(42);
    List<Fact> deeds = new ArrayList<>();
    for (int i = 0; i < DEEDS; i++) {
      int customer = random.nextInt(2_000);
      String id = "c" + customer;
      String session = "s" + customer + "-" + i / 10_000;
      Duration at = Duration.ofSeconds(i);
      String item = "item-" + random.nextInt(300);
      deeds.add(
          switch (i % 8) {
            case 0 -> Shop.added(id, session, at, item);
            case 1 -> Shop.ordered(id, session, at, "o" + i % 100, item, "item-" + i % 300);
            case 2 -> listed("item-" + random.nextInt(600), i);
            default -> Shop.viewed(id, session, at, item);
          });
    }
    return deeds;
  }

  private static Fact listed(String item, int at) {
    return new Fact.Listed(
        new CatalogItem(
            item,
            "Item " + at,
            "category-" + at % 5,
            null,
            null,
            null,
            null,
            at % 40 == 2,
            Shop.OPENING.plusSeconds(at)));
  }
}
