package io.clientele.profile.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.profile.timeline.TimelinePlace;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

final class RowKeyTest {

  private static final long YEAR_1900 = -2_208_988_800L;
  private static final long YEAR_2200 = 7_258_118_400L;

  @Property
  void linesOfAPartAreOrderedByTimeAlsoBefore1970(
      @ForAll @LongRange(min = YEAR_1900, max = YEAR_2200) long second,
      @ForAll @LongRange(min = YEAR_1900, max = YEAR_2200) long otherSecond,
      @ForAll @IntRange(max = 999_999_999) int nano) {
    Instant at = Instant.ofEpochSecond(second, nano);
    Instant other = Instant.ofEpochSecond(otherSecond, 500_000_000);

    assertThat(Integer.signum(line(at, "e").compareTo(line(other, "e"))))
        .isEqualTo(Integer.signum(at.compareTo(other)));
  }

  @Property
  void linesOfAMomentAreOrderedByTheBytesOfTheirIds(@ForAll String id, @ForAll String other) {
    assertThat(Integer.signum(line(Instant.EPOCH, id).compareTo(line(Instant.EPOCH, other))))
        .isEqualTo(
            Integer.signum(Arrays.compareUnsigned(id.getBytes(UTF_8), other.getBytes(UTF_8))));
  }

  @Test
  void rowsOfACustomerShareAPrefixThatNobodyElseHas() {
    assertThat(startsWith(RowKey.ofPart("ada", "bob"), RowKey.of("ada"))).isTrue();
    assertThat(startsWith(RowKey.ofPart("adabob", "c"), RowKey.of("ada"))).isFalse();
    assertThat(RowKey.ofPart("a", "bc")).isNotEqualTo(RowKey.ofPart("ab", "c"));
  }

  @Test
  void orderIsReadFromItsKey() {
    assertThat(RowKey.second(RowKey.ofOrder("漢", "o-1 😀"))).isEqualTo("o-1 😀");
    assertThat(RowKey.second(RowKey.ofOrder("漢".repeat(1_000), "字".repeat(1_000))))
        .isEqualTo("字".repeat(1_000));
  }

  @Test
  void allLinesOfAPartAreInItsRangeAndNoOthers() {
    LineRange all = LineRange.of("ada", "bob", null);

    assertThat(isIn(all, line("ada", "bob", Instant.parse("1900-01-01T00:00:00Z"), "e"))).isTrue();
    assertThat(isIn(all, line("ada", "bob", Instant.parse("2199-12-31T00:00:00Z"), "~"))).isTrue();
    assertThat(isIn(all, line("ada", "boc", Instant.EPOCH, "e"))).isFalse();
    assertThat(isIn(all, line("ada", "ada", Instant.EPOCH, "e"))).isFalse();
  }

  @Test
  void rangeEndsAtThePlaceThatWasReached() {
    Instant at = Instant.parse("1960-05-01T10:00:00.5Z");
    LineRange range = LineRange.of("ada", "bob", new TimelinePlace(at, "e-5"));

    assertThat(isIn(range, line("ada", "bob", at, "e-5"))).isTrue();
    assertThat(isIn(range, line("ada", "bob", at, "e-4"))).isTrue();
    assertThat(isIn(range, line("ada", "bob", at, "e-6"))).isFalse();
    assertThat(isIn(range, line("ada", "bob", at.plusNanos(1), "e-1"))).isFalse();
    assertThat(isIn(range, line("ada", "bob", at.minusNanos(1), "e-9"))).isTrue();
  }

  private static Bytes line(Instant at, String eventId) {
    return line("ada", "bob", at, eventId);
  }

  private static Bytes line(String customerId, String partId, Instant at, String eventId) {
    return RowKey.ofLine(customerId, partId, at, eventId);
  }

  private static boolean isIn(LineRange range, Bytes key) {
    return range.from().compareTo(key) <= 0 && key.compareTo(range.to()) <= 0;
  }

  private static boolean startsWith(Bytes key, Bytes prefix) {
    byte[] start = prefix.get();
    return Arrays.equals(key.get(), 0, start.length, start, 0, start.length);
  }
}
