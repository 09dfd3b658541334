package io.clientele.profile.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Behaviour;
import io.clientele.profile.Events;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TimelinePageTest {

  private static final int ALL = 1_000;

  private static final TimelineEntry VIEW_1 = view(1);
  private static final TimelineEntry ORDER_2 = order(2);
  private static final TimelineEntry VIEW_3 = view(3);
  private static final TimelineEntry ORDER_4 = order(4);
  private static final TimelineEntry VIEW_5 = view(5);

  @Test
  void partsAreOneTimelineNewestFirst() {
    FoundLines found =
        page(null, null, 50).of(parts(List.of(VIEW_5, ORDER_2), List.of(ORDER_4, VIEW_1)), ALL);

    assertThat(found.lines()).containsExactly(VIEW_5, ORDER_4, ORDER_2, VIEW_1);
    assertThat(found.next()).isNull();
  }

  @Test
  void nextPageBeginsAfterThePlaceThatWasReached() {
    FoundLines first =
        page(null, null, 2).of(parts(List.of(VIEW_5, VIEW_3), List.of(ORDER_4)), ALL);
    FoundLines second =
        page(first.next(), null, 2).of(parts(List.of(VIEW_3), List.of(ORDER_4)), ALL);

    assertThat(first.lines()).containsExactly(VIEW_5, ORDER_4);
    assertThat(second.lines()).containsExactly(VIEW_3);
    assertThat(second.next()).isNull();
  }

  @Test
  void pageThatEndsWithTheOldestLineHasNoNext() {
    assertThat(page(null, null, 2).of(parts(List.of(VIEW_5, VIEW_3)), ALL).next()).isNull();
    assertThat(page(null, null, 2).of(List.of(), ALL)).isEqualTo(new FoundLines(List.of(), null));
  }

  @Test
  void onlyTheKindThatIsAskedForIsFound() {
    assertThat(
            page(null, Behaviour.PURCHASE, 50)
                .of(parts(List.of(VIEW_5, ORDER_4, VIEW_3), List.of(ORDER_2, VIEW_1)), ALL)
                .lines())
        .containsExactly(ORDER_4, ORDER_2);
  }

  @Test
  void soManyLinesAreReadAndNextGoesOnThere() {
    List<TimelineEntry> lines = List.of(VIEW_5, VIEW_3, ORDER_2, VIEW_1);

    FoundLines first = page(null, Behaviour.PURCHASE, 50).of(parts(lines), 2);
    FoundLines second =
        page(first.next(), Behaviour.PURCHASE, 50).of(parts(lines.subList(1, 4)), 2);

    assertThat(first).isEqualTo(new FoundLines(List.of(), TimelinePlace.of(VIEW_3)));
    assertThat(second).isEqualTo(new FoundLines(List.of(ORDER_2), null));
  }

  @Test
  void anyPageComesFurther() {
    List<TimelineEntry> lines = List.of(VIEW_5, ORDER_4, VIEW_3);

    assertThat(page(TimelinePlace.of(VIEW_5), null, 50).of(parts(lines), 1))
        .isEqualTo(new FoundLines(List.of(ORDER_4), TimelinePlace.of(ORDER_4)));
  }

  @Test
  void aHundredThousandLinesAreNotReadForWhatIsRare() {
    Counted views = new Counted(IntStream.range(0, 100_000).mapToObj(n -> VIEW_5).iterator());

    page(null, Behaviour.FEEDBACK, 50).of(List.of(views), ALL);

    assertThat(views.read).isLessThanOrEqualTo(ALL + 1);
  }

  @Test
  void linesOfOneMomentAreInTheOrderOfTheirBytesAsInAStore() {
    TimelineEntry fullwidth = entry(1, "～", Behaviour.BROWSE);
    TimelineEntry emoji = entry(1, "😀", Behaviour.BROWSE);

    assertThat(Stream.of(fullwidth, emoji).sorted(TimelineEntry.NEWEST_FIRST))
        .containsExactly(emoji, fullwidth);
  }

  private static TimelinePage page(TimelinePlace before, Behaviour kind, int limit) {
    return new TimelinePage(before, kind, limit);
  }

  private static List<Iterator<TimelineEntry>> parts(List<TimelineEntry> only) {
    return List.of(only.iterator());
  }

  private static List<Iterator<TimelineEntry>> parts(
      List<TimelineEntry> one, List<TimelineEntry> other) {
    return List.of(one.iterator(), other.iterator());
  }

  private static TimelineEntry view(int minute) {
    return entry(minute, "e-" + minute, Behaviour.BROWSE);
  }

  private static TimelineEntry order(int minute) {
    return entry(minute, "e-" + minute, Behaviour.PURCHASE);
  }

  private static TimelineEntry entry(int minute, String eventId, Behaviour kind) {
    return new TimelineEntry(
        Events.NOON.plusSeconds(60L * minute),
        eventId,
        kind,
        "ProductViewed",
        null,
        "shop",
        "ada",
        null,
        null);
  }

  private static final class Counted implements Iterator<TimelineEntry> {

    private final Iterator<TimelineEntry> lines;
    private int read;

    Counted(Iterator<TimelineEntry> lines) {
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      return lines.hasNext();
    }

    @Override
    public TimelineEntry next() {
      read++;
      return lines.next();
    }
  }
}
