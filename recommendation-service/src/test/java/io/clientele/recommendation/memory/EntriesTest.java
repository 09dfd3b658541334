package io.clientele.recommendation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EntriesTest {

  /** Below it something leaves; above it something comes, most often to the end. */
  private static final int LEAVES = 300;

  @Property(tries = 300)
  void theyAreWhatAListWouldBe(
      @ForAll @Size(max = 400) List<@IntRange(max = 1_000) Integer> changes) {
    List<Long> expected = new ArrayList<>();
    Entries entries = Entries.NONE;
    for (int i = 0; i < 3 * changes.size(); i++) {
      int change = changes.get(i % changes.size());
      int place = Math.max(0, expected.size() - change % 200);
      if (change < LEAVES && place < expected.size()) {
        expected.remove(place);
        entries = entries.without(place);
      } else if (change % 50 == 0 && !expected.isEmpty()) {
        expected.remove(0);
        entries = entries.without(0);
      } else {
        expected.add(place, (long) i);
        entries = entries.with(place, i);
      }
    }

    assertThat(listed(entries)).isEqualTo(expected);
  }

  @Property(tries = 50)
  void whoHoldsThemSeesNoChange(@ForAll @IntRange(min = 1, max = 500) int size) {
    Entries held = Entries.NONE;
    for (int i = 0; i < size; i++) {
      held = held.with(i, i);
    }
    List<Long> before = listed(held);

    held.with(size, -1).with(0, -2).without(size / 2).without(0);

    assertThat(listed(held)).isEqualTo(before);
  }

  private static List<Long> listed(Entries entries) {
    return IntStream.range(0, entries.size()).mapToObj(entries::get).toList();
  }
}
