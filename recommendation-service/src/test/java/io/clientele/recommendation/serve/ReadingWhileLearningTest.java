package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.recommendation.memory.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Readers have no lock: they see old or new sessions, and never half of one. */
class ReadingWhileLearningTest {

  private static final int VIEWS = 40_000;

  @Test
  void everyAnswerHoldsItemsOfTheShopOnly() throws InterruptedException {
    Recommender recommender = new Recommender(200_000);
    int answers = 0;
    Thread writer = new Thread(() -> views().forEach(view -> recommender.learn(List.of(view))));
    writer.start();
    Random random = new Random(7);
    while (writer.isAlive() || answers == 0) {
      String first = "item-" + random.nextInt(300);
      String second = "item-" + random.nextInt(300);
      List<Suggestion> suggestions = recommender.forSession(Shop.session(first, second));
      assertThat(suggestions)
          .extracting(Suggestion::id)
          .doesNotContainNull()
          .doesNotHaveDuplicates();
      recommender.forCustomer(new CustomerQuery("c" + random.nextInt(500), null, 20, null));
      answers++;
    }
    writer.join();
    Recommender after = new Recommender(200_000, () -> 0);
    after.learn(views());

    assertThat(recommender.size()).isEqualTo(after.size());
  }

  private static List<Fact> views() {
    Random random = new Random(42);
    List<Fact> views = new ArrayList<>();
    for (int i = 0; i < VIEWS; i++) {
      int customer = random.nextInt(2_000);
      views.add(
          Shop.viewed(
              "c" + customer,
              "s" + customer + "-" + i / 10_000,
              Duration.ofSeconds(i),
              "item-" + random.nextInt(300)));
    }
    return views;
  }
}
