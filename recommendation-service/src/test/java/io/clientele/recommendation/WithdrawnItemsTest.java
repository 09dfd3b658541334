package io.clientele.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WithdrawnItemsTest {

  /** An item withdrawn, or listed again. */
  record Change(String item, boolean withdrawn) {}

  @Property(tries = 500)
  void holdsWhatASetWouldHold(@ForAll("changes") List<Change> changes) {
    WithdrawnItems items = new WithdrawnItems();
    Set<String> expected = new HashSet<>();

    for (Change change : changes) {
      if (change.withdrawn()) {
        items.add(change.item());
        expected.add(change.item());
      } else {
        items.remove(change.item());
        expected.remove(change.item());
      }
    }

    for (int i = 0; i < 60; i++) {
      assertThat(items.contains("item-" + i)).isEqualTo(expected.contains("item-" + i));
    }
    assertThat(items.bytes()).isEqualTo(32L * expected.size());
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 59), Arbitraries.of(true, true, false))
        .as((number, withdrawn) -> new Change("item-" + number, withdrawn))
        .list()
        .ofMaxSize(200);
  }
}
