package io.clientele.profile.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.profile.Events;
import io.clientele.profile.fold.Extent;
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
    assertThat(shuffled.byName()).hasSize(Length.SHORT.mostNames());
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
    assertThat(merged.byName()).hasSize(Length.SHORT.mostNames());
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

    assertThat(values.byName()).hasSize(Length.SHORT.mostNames()).containsKey("name-09999");
    assertThat(values.byName().firstKey()).isEqualTo("name-09700");
  }

  @Test
  void valuesOfAllLengthsTogetherAreBoundedAndTheSameInWhicheverOrderTheyCame() {
    Random random = new Random(7);
    List<String> texts =
        Arrays.asList(
            IntStream.range(0, 3_000)
                .mapToObj(minute -> "x".repeat(random.nextInt(minute % 2 == 0 ? 90 : 1_100)))
                .toArray(String[]::new));
    List<Integer> minutes =
        Arrays.asList(IntStream.range(0, 3_000).boxed().toArray(Integer[]::new));
    NewestValues inOrder = NewestValues.NONE;
    for (int minute : minutes) {
      inOrder = said(inOrder, minute, Map.of("n" + minute % 900, texts.get(minute)));
    }
    Collections.shuffle(minutes, random);

    NewestValues shuffled = NewestValues.NONE;
    for (int minute : minutes) {
      shuffled = said(shuffled, minute, Map.of("n" + minute % 900, texts.get(minute)));
    }

    assertThat(shuffled).isEqualTo(inOrder);
    assertThat(bytes(inOrder)).isBetween(35_000L, 64_000L);
  }

  @Test
  void longValuesTakeNoRoomFromShortOnes() {
    NewestValues values = said(NewestValues.NONE, 0, Map.of("plan", "gold"));
    for (int minute = 1; minute < 1_000; minute++) {
      values = said(values, minute, Map.of("essay-" + minute, "x".repeat(900)));
    }

    assertThat(values.byName()).containsKeys("plan", "essay-999");
    assertThat(values.byName()).hasSize(1 + Length.LONG.mostNames());
  }

  @Test
  void shortValueReplacesALongerOneOfItsName() {
    Map<String, Object> address = Map.of("address", "x".repeat(200));

    NewestValues moved = said(said(NewestValues.NONE, 1, address), 2, Map.of("address", "sea"));

    assertThat(moved.byName().get("address").value()).isEqualTo("sea");
    assertThat(said(said(NewestValues.NONE, 2, Map.of("address", "sea")), 1, address))
        .isEqualTo(moved);
  }

  @Test
  void valuesOfAllLengthsAreReadAsTheyWereWritten() {
    NewestValues values =
        said(
            NewestValues.NONE,
            0,
            Map.of("plan", "gold", "note", "x".repeat(200), "essay", "x".repeat(900)));

    NewestValues read = NewestValues.unpack(values.pack());

    assertThat(read).isEqualTo(values);
  }

  private static long bytes(NewestValues values) {
    return values.byLength().values().stream()
        .flatMap(byName -> byName.entrySet().stream())
        .mapToLong(said -> Extent.of(said.getKey()) + Extent.of(said.getValue().value()))
        .sum();
  }

  private static NewestValues said(NewestValues before, int minute, Map<String, Object> values) {
    return before.with(values, at(minute));
  }

  private static CustomerEvent at(int minute) {
    return Events.event(
        "ada", "e-" + minute, Events.NOON.plus(Duration.ofMinutes(minute)), Events.view(null));
  }
}
