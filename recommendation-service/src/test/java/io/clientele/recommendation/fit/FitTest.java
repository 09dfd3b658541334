package io.clientele.recommendation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.contract.RankerModel;
import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.memory.ShopMemory;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.rank.Rankers;
import io.clientele.recommendation.serve.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FitTest {

  private static final long BYTES = 64 << 20;
  private static final Instant NOW = Instant.parse("2026-03-09T08:00:00Z");
  private static final Fit FIT = new Fit(new NoTrees(), new Fit.Bounds(10_000, BYTES, 5_000));

  @Test
  void habitThatTheBlendDoesNotKnowIsLearned() {
    FitResult.Fitted fitted =
        (FitResult.Fitted) FIT.run(returning(1_200), Optional.empty(), 1, NOW);

    assertThat(fitted.isBetter()).isTrue();
    RankerModel model = fitted.model();
    assertThat(model.serve()).isEqualTo("linear");
    assertThat(model.version()).isEqualTo(1);
    assertThat(model.trees()).isEmpty();
    double blend = model.quality().get("blend").meanReciprocalRank();
    assertThat(model.quality().get("linear").meanReciprocalRank()).isGreaterThan(1.2 * blend);
    assertThat(model.data().sessions()).isEqualTo(1_199); // the newest may still go on
  }

  @Test
  void modelThatIsAsGoodAsTheOneThatServesDoesNotReplaceIt() {
    ShopView shop = returning(1_200);
    RankerModel first = ((FitResult.Fitted) FIT.run(shop, Optional.empty(), 1, NOW)).model();

    FitResult.Fitted again = (FitResult.Fitted) FIT.run(shop, Optional.of(first), 2, NOW);

    assertThat(again.isBetter()).isFalse();
    assertThat(again.model().version()).isEqualTo(2);
    assertThat(again.model().quality().get("incumbent"))
        .isEqualTo(again.model().quality().get("linear"));
  }

  @Test
  void sameSessionsTeachTheSame() {
    RankerModel one =
        ((FitResult.Fitted) FIT.run(returning(600), Optional.empty(), 1, NOW)).model();
    RankerModel other =
        ((FitResult.Fitted) FIT.run(returning(600), Optional.empty(), 1, NOW)).model();

    assertThat(one.linear().weights()).isDeepEqualTo(other.linear().weights());
  }

  @Test
  void fewSessionsTeachNothing() {
    assertThat(FIT.run(returning(20), Optional.empty(), 1, NOW))
        .isEqualTo(new FitResult.TooLittleData(20, Fit.LEAST_QUERIES));
    assertThat(FIT.run(new ShopMemory(BYTES).view(), Optional.empty(), 1, NOW))
        .isEqualTo(new FitResult.TooLittleData(0, Fit.LEAST_QUERIES));
  }

  @Test
  void sessionsOfOneItemDoNotLeaveNothingToJudgeBy() {
    List<Fact> facts = visits(1_200);
    for (int i = 0; i < 300; i++) {
      facts.addAll(visit(1_200 + i, List.of("item-1")));
    }
    ShopMemory memory = new ShopMemory(BYTES);
    memory.learn(facts);

    FitResult.Fitted fitted = (FitResult.Fitted) FIT.run(memory.view(), Optional.empty(), 1, NOW);

    RankerModel model = fitted.model();
    int judgedBy = model.quality().get("blend").queries();
    assertThat(judgedBy).isCloseTo(model.data().queries() / 4, within(10));
  }

  @Test
  void modelOfOtherFeaturesOffersNoRankers() {
    RankerModel model =
        ((FitResult.Fitted) FIT.run(returning(600), Optional.empty(), 1, NOW)).model();
    RankerModel foreign =
        new RankerModel(
            1,
            model.trainedAt(),
            model.data(),
            List.of("MOON"),
            model.serve(),
            model.trees(),
            model.linear(),
            model.quality());

    assertThat(Rankers.of(model)).isPresent();
    assertThat(Rankers.of(foreign)).isEmpty();
  }

  /** Everybody looks at five items and goes back to the first of them. */
  private static ShopView returning(int visits) {
    ShopMemory memory = new ShopMemory(BYTES);
    memory.learn(visits(visits));
    return memory.view();
  }

  private static List<Fact> visits(int visits) {
    Random random = new Random(7);
    List<Fact> facts = new ArrayList<>();
    for (int visit = 0; visit < visits; visit++) {
      List<String> items = new ArrayList<>();
      for (int step = 0; step < 5; step++) {
        items.add("item-" + random.nextInt(60));
      }
      items.add(items.get(0));
      facts.addAll(visit(visit, items));
    }
    return facts;
  }

  private static List<Fact> visit(int number, List<String> items) {
    List<Fact> facts = new ArrayList<>();
    for (int step = 0; step < items.size(); step++) {
      Duration at = Duration.ofMinutes(31L * number).plusSeconds(20L * step);
      facts.add(Shop.viewed("anonymous:v" + number, "v" + number, at, items.get(step)));
    }
    return facts;
  }

  private static final class NoTrees implements TreeFit {

    @Override
    public Optional<String> unavailable() {
      return Optional.of("there is no library in this test");
    }

    @Override
    public Lesson start(int columns, int mostRows) {
      throw new IllegalStateException("nobody asked whether it is there");
    }
  }
}
