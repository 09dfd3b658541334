package io.clientele.profile.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.profile.Events;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NewestValuesTest {

  @Test
  void olderValueThatComesLateStaysAwayEvenIfTheNewerWasTakenBack() {
    Map<String, Object> takenBack = new HashMap<>();
    takenBack.put("plan", null);

    NewestValues values = said(NewestValues.NONE, 2, takenBack).with(Map.of("plan", "gold"), at(1));

    assertThat(values.byName().get("plan").value()).isNull();
  }

  @Test
  void ofTooManyNamesTheNewestStayInWhicheverOrderTheyCame() {
    List<Integer> minutes =
        Arrays.asList(IntStream.range(0, 2_000).boxed().toArray(Integer[]::new));
    NewestValues inOrder = NewestValues.NONE;
    for (int minute : minutes) {
      inOrder = said(inOrder, minute, Map.of("name-" + minute % 1_500, minute));
    }
    Collections.shuffle(minutes, new Random(7));

    NewestValues shuffled = NewestValues.NONE;
    for (int minute : minutes) {
      shuffled = said(shuffled, minute, Map.of("name-" + minute % 1_500, minute));
    }

    assertThat(shuffled).isEqualTo(inOrder);
    assertThat(shuffled.byName()).hasSize(NewestValues.MOST_NAMES);
  }

  @Test
  void mergingKeepsTheNewestOfBothAndNoMore() {
    NewestValues odd = NewestValues.NONE;
    NewestValues even = NewestValues.NONE;
    NewestValues all = NewestValues.NONE;
    for (int minute = 0; minute < 1_000; minute++) {
      Map<String, Object> values = Map.of("name-" + minute, minute);
      odd = minute % 2 == 0 ? odd : said(odd, minute, values);
      even = minute % 2 == 0 ? said(even, minute, values) : even;
      all = said(all, minute, values);
    }

    NewestValues merged = odd.merge(even);

    assertThat(merged).isEqualTo(even.merge(odd)).isEqualTo(all);
    assertThat(merged.byName()).hasSize(NewestValues.MOST_NAMES);
  }

  @Test
  void documentIsNoTrait() {
    Map<String, Object> nested = Map.of("a", Map.of("b", List.of("x".repeat(1_000), "y")));

    NewestValues values =
        said(NewestValues.NONE, 0, Map.of("page", "x".repeat(1_000_000), "nested", nested, "n", 1));

    assertThat(values.byName()).containsOnlyKeys("n");
  }

  @Test
  void ofTenThousandTraitsOfOneEventTheSameStayAlways() {
    Map<String, Object> traits = new HashMap<>();
    IntStream.range(0, 10_000).forEach(i -> traits.put("name-%05d".formatted(i), i));

    NewestValues values = said(said(NewestValues.NONE, 0, Map.of("plan", "gold")), 1, traits);

    assertThat(values.byName()).hasSize(NewestValues.MOST_NAMES).containsKey("name-09999");
    assertThat(values.byName().firstKey()).isEqualTo("name-09500");
  }

  private static NewestValues said(NewestValues before, int minute, Map<String, Object> values) {
    return before.with(values, at(minute));
  }

  private static CustomerEvent at(int minute) {
    return Events.event(
        "ada", "e-" + minute, Events.NOON.plus(Duration.ofMinutes(minute)), Events.view(null));
  }
}
