package io.clientele.profile.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class SampleTest {

  @Property(tries = 500)
  void whatIsKeptInTheEndHasBeenKeptAllAlong(
      @ForAll @Size(max = 40) Set<@AlphaChars String> names) {
    SortedMap<String, Integer> all = new TreeMap<>();
    names.forEach(name -> all.put(name, 1));
    SortedMap<String, Integer> oneByOne = new TreeMap<>();
    for (String name : names) {
      oneByOne.put(name, 1);
      oneByOne = kept(oneByOne, 10);
    }

    assertThat(oneByOne).isEqualTo(kept(all, 10)).hasSize(Math.min(10, names.size()));
  }

  @Test
  void noAlphabetIsPreferred() {
    SortedMap<String, Integer> names = new TreeMap<>();
    for (int i = 0; i < 1_000; i++) {
      names.put("kitchen-%04d".formatted(i), i);
      names.put("кухня-%04d".formatted(i), i);
    }

    Map<String, Integer> kept = kept(names, 200);

    assertThat(kept.keySet().stream().filter(name -> name.startsWith("k")).count())
        .isBetween(60L, 140L);
  }

  private static SortedMap<String, Integer> kept(SortedMap<String, Integer> names, int most) {
    return Sample.of(names, most, Function.identity());
  }
}
