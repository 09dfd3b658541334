package io.clientele.recommendation.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class GreatestTest {

  @Property(tries = 500)
  void placesAreThoseOfTheGreatestValues(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9) Integer> values,
      @ForAll @IntRange(min = 1, max = 20) int most) {
    double[] numbers = values.stream().mapToDouble(Integer::doubleValue).toArray();

    int[] places = Greatest.places(numbers, numbers.length, most);

    double[] found = Arrays.stream(places).mapToDouble(place -> numbers[place]).sorted().toArray();
    double[] ordered = Arrays.stream(numbers).sorted().toArray();
    assertThat(found)
        .isEqualTo(Arrays.copyOfRange(ordered, Math.max(0, ordered.length - most), ordered.length));
    assertThat(IntStream.of(places).distinct().count()).isEqualTo(places.length);
  }

  @Property(tries = 500)
  void theFirstAreTheSameTheGreatestFirst(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9) Integer> values,
      @ForAll @IntRange(min = 1, max = 20) int most) {
    double[] numbers = values.stream().mapToDouble(Integer::doubleValue).toArray();

    List<Integer> expected =
        IntStream.range(0, numbers.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer place) -> -numbers[place]))
            .limit(most)
            .toList();
    assertThat(Greatest.first(numbers, numbers.length, most))
        .containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
  }
}
