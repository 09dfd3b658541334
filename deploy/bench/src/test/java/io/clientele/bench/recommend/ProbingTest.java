package io.clientele.bench.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

final class ProbingTest {

  /** Asked for the third time it knows. */
  private static final int ASKS = 3;

  @Test
  void everyVisitIsAskedForUntilItShows() throws Exception {
    Map<String, Integer> asked = new ConcurrentHashMap<>();
    Probing.Shop shop =
        new Probing.Shop() {
          @Override
          public void visit(int number, String viewed, String next) {
            asked.put(viewed + ">" + next, 0);
          }

          @Override
          public boolean suggests(String viewed, String next) {
            return asked.merge(viewed + ">" + next, 1, Integer::sum) >= ASKS;
          }
        };

    Freshness freshness = new Probing(shop, "some").run(20, 1_000);

    assertThat(asked).hasSize(20).allSatisfy((visit, asks) -> assertThat(asks).isEqualTo(ASKS));
    assertThat(freshness.probes()).isEqualTo(20);
    assertThat(freshness.lost()).isZero();
    // Two looks, 5 ms apart, came before the one that showed it.
    assertThat(freshness.writtenP50Millis()).isGreaterThanOrEqualTo(5);
    assertThat(freshness.p50Millis()).isGreaterThanOrEqualTo(freshness.writtenP50Millis());
  }

  @Test
  void failureToWriteIsTold() {
    Probing.Shop shop =
        new Probing.Shop() {
          @Override
          public void visit(int number, String viewed, String next) {
            throw new IllegalStateException("no broker");
          }

          @Override
          public boolean suggests(String viewed, String next) {
            return true;
          }
        };

    assertThatThrownBy(() -> new Probing(shop, "some").run(1, 1_000))
        .hasMessage("visits could not be written")
        .hasRootCauseMessage("no broker");
  }
}
