package io.clientele.profile.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class DayTimesTest {

  private static final long DAY = 86_400_000_000_000L;

  @Property(tries = 500)
  void firstLastCountAndHoursAreThoseOfAllMoments(
      @ForAll @Size(min = 1, max = 120) List<@LongRange(max = DAY - 1) Long> moments) {
    DayTimes times = read(sum(moments));

    assertThat(times.count()).isEqualTo(moments.size());
    assertThat(times.first()).isEqualTo(Collections.min(moments));
    assertThat(times.last()).isEqualTo(Collections.max(moments));
    assertThat(hours(times)).isEqualTo(hoursOf(moments));
  }

  @Property(tries = 500)
  void momentsInAnyOrderMakeTheSame(
      @ForAll @Size(max = 120) List<@LongRange(max = DAY - 1) Long> moments,
      @ForAll Random random) {
    List<Long> shuffled = new ArrayList<>(moments);
    Collections.shuffle(shuffled, random);
    int split = random.nextInt(moments.size() + 1);

    DayTimes merged =
        sum(shuffled.subList(split, shuffled.size())).plus(sum(shuffled.subList(0, split)));

    assertThat(merged).isEqualTo(sum(moments)).hasSameHashCodeAs(sum(moments));
  }

  /** Also after so many that most were only counted. */
  @Property(tries = 500)
  void momentsThatAreTakenAwayLeaveTheOthers(
      @ForAll @Size(min = 1, max = 4) List<@LongRange(max = DAY - 1) Long> gone,
      @ForAll @Size(min = 1, max = 8) List<@LongRange(max = DAY - 1) Long> middle,
      @ForAll @IntRange(max = 80) int others) {
    List<Long> left = new ArrayList<>(middle);
    Collections.addAll(left, 0L, DAY - 1);
    left.addAll(Collections.nCopies(others, DAY / 2));

    DayTimes times = sum(gone).plus(sum(left)).minus(sum(gone));

    assertThat(times.count()).isEqualTo(left.size());
    assertThat(times.first()).isZero();
    assertThat(times.last()).isEqualTo(DAY - 1);
    assertThat(hours(times)).isEqualTo(hoursOf(left));
  }

  @Test
  void momentsThatAreOnlyCountedAreKnownByTheirHour() {
    List<Long> moments =
        List.of(Duration.ofMinutes(70).toNanos(), Duration.ofMinutes(310).toNanos());

    DayTimes counted = read(sum(moments).onlyCounted());

    assertThat(counted.first()).isEqualTo(Duration.ofHours(1).toNanos());
    assertThat(counted.last()).isEqualTo(Duration.ofHours(5).toNanos());
    assertThat(hours(counted)).isEqualTo(hoursOf(moments));
  }

  @Test
  void whatIsToldIsTheSameHoweverManyThereWereMeanwhile() {
    DayTimes five = DayTimes.NONE;
    DayTimes twenty = DayTimes.NONE;
    for (int i = 0; i < 20; i++) {
      twenty = twenty.plus(DayTimes.of(i));
      five = i < 4 || i == 19 ? five.plus(DayTimes.of(i)) : five;
    }
    for (int i = 4; i < 19; i++) {
      twenty = twenty.minus(DayTimes.of(i));
    }

    assertThat(twenty).isEqualTo(five).hasSameHashCodeAs(five);
    assertThat(twenty.minus(DayTimes.of(19))).isNotEqualTo(five);
  }

  @Test
  void momentThatWasNeverAddedCannotBeTakenAway() {
    assertThatIllegalStateException().isThrownBy(() -> DayTimes.of(1).minus(DayTimes.of(2)));
  }

  private static DayTimes sum(List<Long> moments) {
    return moments.stream().map(DayTimes::of).reduce(DayTimes.NONE, DayTimes::plus);
  }

  private static DayTimes read(DayTimes times) {
    Packer packer = new Packer();
    times.pack(packer);
    DayTimes read = DayTimes.unpack(new Unpacker(packer.toBytes()));
    assertThat(read).isEqualTo(times);
    return read;
  }

  private static long[] hours(DayTimes times) {
    long[] hours = new long[24];
    times.addHoursTo(hours);
    return hours;
  }

  private static long[] hoursOf(List<Long> moments) {
    long[] hours = new long[24];
    moments.forEach(moment -> hours[(int) (moment / (DAY / 24))]++);
    return hours;
  }
}
