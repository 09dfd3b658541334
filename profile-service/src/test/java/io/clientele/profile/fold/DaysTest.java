package io.clientele.profile.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class DaysTest {

  private static final StateFormat<Days> FORMAT = StateFormat.of(Days.class);

  @Property(tries = 500)
  void daysAreReadAsTheyWereWritten(@ForAll("sets") Set<Integer> set) {
    Days days = of(set);

    assertThat(FORMAT.read(FORMAT.write(days))).isEqualTo(days);
    assertThat(days.dates()).hasSize(set.size());
  }

  @Property(tries = 500)
  void aUnionIsTheSetOfBoth(@ForAll("sets") Set<Integer> one, @ForAll("sets") Set<Integer> other) {
    Set<Integer> both = new TreeSet<>(one);
    both.addAll(other);

    assertThat(of(one).union(of(other))).isEqualTo(of(both));
  }

  @Property(tries = 500)
  void aRangeIsCounted(@ForAll("sets") Set<Integer> set, @ForAll("days") int first) {
    Days days = of(set);

    assertThat(days.between(first, first + 40))
        .isEqualTo((int) set.stream().filter(d -> d >= first && d <= first + 40).count());
    assertThat(days.contains(first)).isEqualTo(set.contains(first));
  }

  @Test
  void everySecondDayOfThreeCenturiesIsBounded() {
    Days days = Days.NONE;
    for (int day = 84_006; day >= -25_567; day -= 2) {
      days = days.with(day);
    }

    assertThat(days.pack()).hasSizeLessThan(14_000);
    assertThat(Days.unpack(days.pack())).isEqualTo(days);
  }

  @Provide
  Arbitrary<Set<Integer>> sets() {
    return Arbitraries.oneOf(
        days().set().ofMaxSize(30), Arbitraries.integers().between(20_000, 20_100).set());
  }

  @Provide
  Arbitrary<Integer> days() {
    return Arbitraries.integers().between(-25_567, 84_006);
  }

  private static Days of(Set<Integer> set) {
    Days days = Days.NONE;
    for (int day : set) {
      days = days.with(day);
    }
    return days;
  }
}
