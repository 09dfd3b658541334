package io.clientele.recommendation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.recommendation.serve.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostingTest {

  private final ShopMemory memory = new ShopMemory(10_000_000);
  private final ShopView shop = memory.view();

  @Test
  void weightsAreThoseOfTheNewestThousandWhateverComesAndGoes() {
    for (int visit = 0; visit < 1_500; visit++) {
      look(visit, visit);
    }
    look(700, 1_600); // in the middle until now, goes on
    look(10, 1_601); // not among those that are held
    look(1_499, 1_400); // late

    Posting posting = shop.posting(shop.find("tea"));
    Weights weights = posting.weights(shop.halfLives());

    assertThat(posting.size()).isEqualTo(1_000);
    assertThat(posting.held()).isEqualTo(1_250);
    assertThat(posting.frequency()).isEqualTo(1_500);
    long slow = 0;
    long recent = 0;
    for (int rank = 0; rank < posting.size(); rank++) {
      slow += shop.halfLives().slowWeight(posting.seconds(rank));
      recent += shop.halfLives().recentWeight(posting.seconds(rank));
    }
    assertThat(weights).isEqualTo(new Weights(shop.halfLives(), slow, recent));
  }

  @Test
  void sessionsStandInTheOrderOfTheirNewestSteps() {
    for (int visit = 0; visit < 400; visit++) {
      look(visit, 7 * visit % 400);
    }

    Posting posting = shop.posting(shop.find("tea"));

    List<Long> seconds = new ArrayList<>();
    for (int rank = 0; rank < posting.size(); rank++) {
      seconds.add(posting.seconds(rank));
    }
    assertThat(seconds).hasSize(400).isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  private void look(int visit, int minute) {
    Duration at = Duration.ofMinutes(minute);
    memory.learn(List.of(Shop.viewed("c" + visit, "s" + visit, at, "tea")));
  }
}
