package io.clientele.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.recommendation.rank.Rankers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelShelfTest {

  private final List<String> served = new ArrayList<>();
  private final ModelShelf shelf = new ModelShelf(rankers -> served.add(rankers.name()));

  @Test
  void newestServesWhateverTheOrder() {
    shelf.put(Models.usable(2));
    shelf.put(Models.usable(3));
    shelf.put(Models.usable(1));
    shelf.put(Models.usable(3));

    assertThat(served).containsExactly("ranker@2", "ranker@3");
    assertThat(shelf.serving()).map(model -> model.version()).hasValue(3);
  }

  @Test
  void modelOfOtherFeaturesLeavesTheOldOneServing() {
    shelf.put(Models.usable(1));

    assertThat(shelf.put(Models.foreign(2))).isFalse();

    assertThat(shelf.serving()).map(model -> model.version()).hasValue(1);
    assertThat(shelf.nextVersion()).isEqualTo(3);
  }

  @Test
  void removalOfWhatServesGoesBackToTheOneBefore() {
    shelf.put(Models.usable(1));
    shelf.put(Models.usable(2));

    shelf.remove(2);
    shelf.remove(1);

    assertThat(served).containsExactly("ranker@1", "ranker@2", "ranker@1", Rankers.NONE.name());
    assertThat(shelf.nextVersion()).as("a number is given once").isEqualTo(3);
  }

  @Test
  void modelThatWasTakenAwayStaysAwayWhenItIsReadAgain() {
    shelf.put(Models.usable(1));
    shelf.put(Models.usable(2));
    shelf.remove(2);

    shelf.note(2);
    shelf.put(Models.usable(2));

    assertThat(served).containsExactly("ranker@1", "ranker@2", "ranker@1");
    assertThat(shelf.allBut(0)).containsExactly(1);
  }

  @Test
  void allButTheNewestAreOutdatedUsableOrNot() {
    shelf.put(Models.usable(1));
    shelf.note(2);
    shelf.put(Models.foreign(3));
    shelf.put(Models.usable(4));

    assertThat(shelf.allBut(2)).containsExactlyInAnyOrder(1, 2);
    assertThat(shelf.allBut(9)).isEmpty();
  }

  @Test
  void waitEndsWhenTheVersionServes() throws InterruptedException {
    Thread reader = new Thread(() -> shelf.put(Models.usable(5)));
    reader.start();

    assertThat(shelf.await(5, Duration.ofMinutes(1))).isTrue();
    assertThat(shelf.await(6, Duration.ZERO)).isFalse();
    reader.join();
  }
}
