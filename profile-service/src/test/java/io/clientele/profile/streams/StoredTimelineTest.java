package io.clientele.profile.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Behaviour;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.profile.Events;
import io.clientele.profile.Limits;
import io.clientele.profile.timeline.FoundLines;
import io.clientele.profile.timeline.TimelineEntry;
import io.clientele.profile.timeline.TimelinePage;
import io.clientele.profile.timeline.TimelinePlace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the topology stores of a timeline is what a request reads. */
final class StoredTimelineTest extends WithPipeline {

  private static final int ALL = 1_000;

  @Override
  ProfilePipeline pipeline(Path stateDir) {
    return new ProfilePipeline(stateDir, new Limits(2, 3, 50));
  }

  @Test
  void linesOfTwoPartsComeInPagesNewestFirst() {
    CustomerEvent old = event("ada", "1960-05-01T10:00:00.5Z");
    CustomerEvent older = event("ada", "1960-05-01T10:00:00.25Z");
    pipeline.send(old);
    pipeline.send(older);
    pipeline.send("ada", 0, Events.view(null));
    pipeline.send("bob", 1, Events.view(null));
    pipeline.merge("bob", "ada");
    pipeline.send("bob", 3, Events.order("o-1", "10"));
    pipeline.send("ada", 2, Events.view(null));

    assertThat(pages("ada", null, 2, ALL))
        .extracting(page -> page.stream().map(TimelineEntry::identity).toList())
        .containsExactly(List.of("bob", "ada"), List.of("bob", "ada"), List.of("ada", "ada"));
    assertThat(lines("ada", null, 2, ALL))
        .extracting(TimelineEntry::at)
        .containsExactly(
            minute(3), minute(2), minute(1), minute(0), old.occurredAt(), older.occurredAt());
  }

  @Test
  void splitTakesThePartsLinesOut() {
    pipeline.send("bob", 1, Events.view(null));
    pipeline.merge("bob", "ada");
    pipeline.send("ada", 2, Events.view(null));
    pipeline.split("bob");

    assertThat(lines("ada", null, 50, ALL))
        .extracting(TimelineEntry::at)
        .containsExactly(minute(2));
    assertThat(lines("bob", null, 50, ALL))
        .extracting(TimelineEntry::at)
        .containsExactly(minute(1));
  }

  @Test
  void whatIsRareIsFoundInSeveralRequestsOfWhichEachReadsFewLines() {
    pipeline.send("ada", 0, Events.order("o-1", "10"));
    for (int minute = 1; minute <= 7; minute++) {
      pipeline.send("ada", minute, Events.view(null));
    }

    assertThat(pages("ada", Behaviour.PURCHASE, 50, 3))
        .extracting(List::size)
        .containsExactly(0, 0, 1);
    assertThat(pages("ada", Behaviour.PURCHASE, 50, ALL)).extracting(List::size).containsExactly(1);
  }

  @Test
  void oldestLinesGoWhereThereAreTooMany() {
    for (int minute = 0; minute < 55; minute++) {
      pipeline.send("ada", minute, Events.view(null));
    }
    assertThat(lines("ada", null, 500, ALL)).hasSize(55);

    pipeline.send("ada", 55, Events.view(null));

    assertThat(lines("ada", null, 500, ALL))
        .hasSize(50)
        .extracting(TimelineEntry::at)
        .startsWith(minute(55), minute(54))
        .endsWith(minute(7), minute(6));
  }

  @Test
  void textThatIsCutInTheMiddleOfAPairIsStored() {
    pipeline.send("ada", 0, new Payload.PageViewed("/" + "😀".repeat(300), null));

    assertThat(lines("ada", null, 50, ALL)).hasSize(1);
  }

  private List<TimelineEntry> lines(String customerId, Behaviour kind, int limit, int mostRead) {
    return pages(customerId, kind, limit, mostRead).stream().flatMap(List::stream).toList();
  }

  /** All pages, the next one each time. */
  private List<List<TimelineEntry>> pages(
      String customerId, Behaviour kind, int limit, int mostRead) {
    List<List<TimelineEntry>> pages = new ArrayList<>();
    TimelinePlace place = null;
    do {
      FoundLines found =
          pipeline.timeline(customerId, new TimelinePage(place, kind, limit), mostRead);
      pages.add(found.lines());
      place = found.next();
    } while (place != null);
    return pages;
  }

  private static CustomerEvent event(String customerId, String at) {
    return Events.event(customerId, "e-" + at, Instant.parse(at), Events.view(null));
  }

  private static Instant minute(int minute) {
    return Events.NOON.plusSeconds(60L * minute);
  }
}
