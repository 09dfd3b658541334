package io.clientele.recommendation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KeyedTest {

  /** A value put, or taken out where it is null. */
  record Change(long hash, String value) {}

  @Property(tries = 500)
  void holdsWhatAMapWouldHold(@ForAll("changes") List<Change> changes) {
    Keyed<String> values = new Keyed<>();
    Map<Long, String> expected = new HashMap<>();

    for (Change change : changes) {
      values.put(change.hash(), change.value());
      if (change.value() == null) {
        expected.remove(change.hash());
      } else {
        expected.put(change.hash(), change.value());
      }
    }

    for (long hash = 1; hash <= 60; hash++) {
      assertThat(values.get(hash)).isEqualTo(expected.get(hash));
    }
    Map<Long, String> visited = new HashMap<>();
    values.forEach((value, hash) -> visited.put(hash, value));
    assertThat(visited).isEqualTo(expected);
    assertThat(values.size()).isEqualTo(expected.size());
  }

  @Test
  void readerSeesEachValueOrTheOneBeforeWhileAnotherThreadWrites() throws InterruptedException {
    Keyed<Long> counts = new Keyed<>();
    for (long hash = 1; hash <= 100; hash++) {
      counts.put(hash, 0L);
    }
    Thread writer =
        new Thread(
            () -> {
              for (long round = 1; round <= 20_000; round++) {
                counts.put(round % 100 + 1, round);
                counts.put(1_000 + round, round); // makes the table grow and be renewed
                counts.put(1_000 + round, null);
              }
            });
    writer.start();
    long[] last = new long[101];
    while (writer.isAlive()) {
      for (int hash = 1; hash <= 100; hash++) {
        assertThat(counts.get(hash)).isGreaterThanOrEqualTo(last[hash]);
        last[hash] = counts.get(hash);
      }
      for (long hash = 30_000; hash < 31_000; hash++) {
        assertThat(counts.get(hash)).isNull();
      }
    }
    writer.join();

    assertThat(counts.size()).isEqualTo(100);
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 60), Arbitraries.of("a", "b", "c").injectNull(0.4))
        .as(Change::new)
        .list()
        .ofMaxSize(200);
  }
}
