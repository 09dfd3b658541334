package io.clientele.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.RankerModel;
import io.clientele.recommendation.fit.FitResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TrainerTest {

  private static final FitOutcome OUTCOME =
      new FitOutcome(new FitResult.TooLittleData(1, 300), false, Duration.ZERO);

  private final List<Runnable> waiting = new ArrayList<>();
  private final ModelShelf shelf = new ModelShelf(rankers -> {});
  private boolean elected = true;
  private boolean caughtUp = true;
  private final Trainer trainer = trainer();

  @Test
  void whoAsksMeanwhileGetsTheSameOutcome() {
    CompletableFuture<FitOutcome> first = trainer.learn();
    CompletableFuture<FitOutcome> second = trainer.learn();

    assertThat(waiting).hasSize(1);
    assertThat(trainer.isLearning()).isTrue();
    waiting.remove(0).run();

    assertThat(first).isCompletedWithValue(OUTCOME);
    assertThat(second).isCompletedWithValue(OUTCOME);
    assertThat(trainer.isLearning()).isFalse();
  }

  @Test
  void whoAsksLaterLetsItLearnAgain() {
    CompletableFuture<FitOutcome> first = trainer.learn();
    waiting.remove(0).run();

    CompletableFuture<FitOutcome> second = trainer.learn();

    assertThat(first).isCompleted();
    assertThat(second).isNotDone();
    assertThat(waiting).hasSize(1);
  }

  @Test
  void electedInstanceLearnsOnceEverythingIsRead() {
    shelf.complete();

    assertThat(trainer.learnIfDue()).isPresent();
    assertThat(trainer.learnIfDue()).as("it does already").isEmpty();
  }

  @Test
  void othersDoNotLearn() {
    shelf.complete();
    elected = false;

    assertThat(trainer.learnIfDue()).isEmpty();
  }

  @Test
  void nothingIsLearnedBeforeTheLogIsRead() {
    shelf.complete();
    caughtUp = false;

    assertThat(trainer.learnIfDue()).isEmpty();
  }

  @Test
  void nothingIsLearnedBeforeTheModelsAreRead() {
    assertThat(trainer.isReady()).isFalse();
    assertThat(trainer.learnIfDue()).isEmpty();
  }

  private Trainer trainer() {
    ElectedInstance here =
        new ElectedInstance() {
          @Override
          public boolean isThisOne() {
            return elected;
          }

          @Override
          public Optional<String> address() {
            return Optional.empty();
          }
        };
    FitRun run =
        new FitRun(
            new Shop(),
            shelf,
            (model, outdated) -> Publisher.Result.PUBLISHED,
            new FitSchedule(Duration.ofDays(1), 400_000));
    return new Trainer(here, run, waiting::add, InstantSource.fixed(Models.NOON));
  }

  /** One that has too little to learn from. */
  private final class Shop implements ReadyLearner {

    @Override
    public boolean isReady() {
      return caughtUp;
    }

    @Override
    public FitResult learn(Optional<RankerModel> incumbent, int version, Instant now) {
      return OUTCOME.result();
    }
  }
}
