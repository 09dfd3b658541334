package io.clientele.recommendation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.RankerModel;
import io.clientele.recommendation.fit.FitResult;
import io.clientele.recommendation.fit.TreeFit;
import io.clientele.recommendation.rank.Feature;
import io.clientele.recommendation.training.ElectedInstance;
import io.clientele.recommendation.training.FitRun;
import io.clientele.recommendation.training.FitSchedule;
import io.clientele.recommendation.training.ModelShelf;
import io.clientele.recommendation.training.Models;
import io.clientele.recommendation.training.Publisher;
import io.clientele.recommendation.training.ReadyLearner;
import io.clientele.recommendation.training.Trainer;
import io.clientele.runtime.http.Peers;
import io.clientele.runtime.http.Problem;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RankerResourceTest {

  private final ModelShelf shelf = new ModelShelf(rankers -> {});
  private final FitSchedule schedule = new FitSchedule(Duration.ofDays(1), 400_000);
  private boolean elected = true;
  private Optional<String> address = Optional.empty();
  private String hops;
  private Instant now = Models.NOON;
  private FitResult result = new FitResult.TooLittleData(12, 300);

  @Test
  void tooLittleDataIsAConflictThatCounts() {
    shelf.complete();

    Response answer = fit();

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(answer.getEntity())
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.type()).isEqualTo("urn:clientele:problem:too-little-data");
              assertThat(problem.detail()).contains("12 steps").contains("300 are needed");
            });
  }

  @Test
  void outcomeIsToldWithItsQuality() {
    shelf.complete();
    RankerModel model = Models.usable(1);
    result = new FitResult.Fitted(model, true, "better");

    Response answer = fit();

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getEntity())
        .isEqualTo(
            new FitAnswer("ranker@1", "trees", true, "better", model.data(), model.quality(), 1.5));
  }

  @Test
  void nothingIsLearnedWhileTheLogIsRead() {
    assertThat(fit().getStatus()).isEqualTo(503);
  }

  @Test
  void whereNobodyIsElectedItIsToBeTriedAgain() {
    elected = false;

    Response answer = fit();

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isNotBlank();
  }

  @Test
  void requestIsPassedOnOnceAlone() {
    elected = false;
    hops = "1";
    address = Optional.of("nowhere.invalid:1");

    assertThat(detail(fit())).contains("No instance is elected");
  }

  @Test
  void deadElectedInstanceIsToldAsSuch() {
    elected = false;
    address = Optional.of("127.0.0.1:1");

    assertThat(detail(fit())).contains("did not say");
  }

  @Test
  void blendServesUntilSomethingIsLearned() {
    assertThat(resource().status())
        .satisfies(
            status -> {
              assertThat(status.model()).isEqualTo("blend@1");
              assertThat(status.serve()).isEqualTo("blend");
              assertThat(status.trees()).isEqualTo("libgomp is missing");
              assertThat(status.elected()).isTrue();
              assertThat(status.nextFit()).isNull();
            });
  }

  @Test
  void statusTellsOfTheModelThatServes() {
    shelf.put(Models.usable(7));

    assertThat(resource().status())
        .satisfies(
            status -> {
              assertThat(status.model()).isEqualTo("ranker@7");
              assertThat(status.features()).isEqualTo(Feature.names());
              assertThat(status.quality()).containsOnlyKeys("trees");
              assertThat(status.nextFit()).isEqualTo(Models.NOON.plus(Duration.ofDays(1)));
            });
  }

  @Test
  void othersDoNotKnowWhenTheElectedOneLearns() {
    shelf.put(Models.usable(7));
    elected = false;

    assertThat(resource().status().nextFit()).isNull();
  }

  private Response fit() {
    return resource().fit().toCompletableFuture().join();
  }

  private static String detail(Response answer) {
    return ((Problem) answer.getEntity()).detail();
  }

  private RankerResource resource() {
    ElectedInstance here =
        new ElectedInstance() {
          @Override
          public boolean isThisOne() {
            return elected;
          }

          @Override
          public Optional<String> address() {
            return address;
          }
        };
    Publisher publisher =
        (model, outdated) -> {
          shelf.put(model);
          return Publisher.Result.PUBLISHED;
        };
    ReadyLearner timely =
        (serving, version, begun) -> {
          now = begun.plusMillis(1_500);
          return result;
        };
    FitRun run = new FitRun(timely, shelf, publisher, schedule);
    Trainer trainer = new Trainer(here, run, Runnable::run, () -> now);
    Peers peers =
        new Peers(
            () -> {
              throw new UnsupportedOperationException("no streams here");
            },
            "127.0.0.1:1",
            header -> hops);
    return new RankerResource(trainer, here, new NoTrees(), peers);
  }

  private static final class NoTrees implements TreeFit {

    @Override
    public Optional<String> unavailable() {
      return Optional.of("libgomp is missing");
    }

    @Override
    public Lesson start(int columns, int mostRows) {
      throw new UnsupportedOperationException("never asked");
    }
  }
}
