package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.recommendation.serve.TopItems.Ranked;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What changed is enough to know the best of all. */
class TopItemsTest {

  private static final int WANTED = 4;

  @Property
  void isWhatSortingAllItemsWouldFind(
      @ForAll List<@IntRange(min = 0, max = 2_047) Integer> changes) {
    TopItems top = new TopItems(WANTED);
    Map<Integer, Ranked> all = new HashMap<>();
    for (int change : changes) {
      int item = change & 31;
      Ranked ranked = new Ranked(item, "item-" + item, change >> 5);
      all.put(item, ranked);
      if (!top.update(List.of(ranked))) {
        top = new TopItems(WANTED);
        top.update(all.values());
      }

      assertThat(top.best()).isEqualTo(best(all));
    }
  }

  private static List<Ranked> best(Map<Integer, Ranked> all) {
    return all.values().stream()
        .filter(one -> one.score() > 0)
        .sorted(Comparator.comparing(Ranked::score).reversed().thenComparing(Ranked::id))
        .limit(WANTED)
        .toList();
  }
}
