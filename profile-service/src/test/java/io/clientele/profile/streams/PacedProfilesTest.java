package io.clientele.profile.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerProfile;
import io.clientele.contract.MergedInto;
import io.clientele.contract.ProfileRecord;
import io.clientele.contract.profile.Window;
import io.clientele.profile.Events;
import io.clientele.profile.Limits;
import io.clientele.profile.streams.PacedProfiles.News;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

final class PacedProfilesTest extends WithPipeline {

  private static final Duration INTERVAL = Duration.ofMillis(500);

  private static final Instant NOON = Events.NOON;

  private final MockProcessorContext<String, Object> task = task();

  @Override
  ProfilePipeline pipeline(Path stateDir) {
    return new ProfilePipeline(stateDir, new Limits(2, 3, 5), INTERVAL);
  }

  @Test
  void firstChangeIsPublishedAtOnceAndTheNextOnesTogetherAfterTheInterval() {
    see("ada", 4);
    assertThat(views()).containsExactly(1L);

    pipeline.rest(INTERVAL.minusMillis(1));
    assertThat(views()).isEmpty();

    pipeline.rest(Duration.ofMillis(101));
    assertThat(views()).containsExactly(4L);
    assertThat(pipeline.unpublished()).isEmpty();
  }

  @Test
  void whoRestedIsPublishedAtOnceAgain() {
    see("ada", 1);
    pipeline.rest(Duration.ofSeconds(1));
    views();

    see("ada", 1);

    assertThat(views()).containsExactly(2L);
  }

  @Test
  void whatIsCaughtUpWithIsPublishedOnce() {
    pipeline.rest(Duration.ofHours(1));

    see("ada", 4);
    assertThat(views()).isEmpty();
    pipeline.rest(Duration.ofSeconds(1));

    assertThat(views()).containsExactly(4L);
  }

  @Test
  void customersDoNotWaitForEachOther() {
    see("ada", 2);
    see("bob", 1);

    assertThat(pipeline.profiles.readKeyValuesToMap()).containsOnlyKeys("ada", "bob");
    assertThat(pipeline.unpublished()).containsExactly("ada");
  }

  @Test
  void mergeIsPublishedAtOnceAndEndsTheWaiting() {
    see("bob", 2);
    pipeline.profiles.readValuesToList();

    pipeline.merge("bob", "ada");

    assertThat(pipeline.profiles.readKeyValuesToMap())
        .containsEntry("bob", new MergedInto("bob", "ada"));
    assertThat(pipeline.unpublished()).doesNotContain("bob");
    pipeline.rest(Duration.ofSeconds(1));
    assertThat(pipeline.profiles.readKeyValuesToMap()).doesNotContainKey("bob");
  }

  @Test
  void waitingProfileIsPublishedAsOfItsNewestEventWithAnIdOfItsOwn() {
    see("ada", 2);
    pipeline.send(
        ProfilePipeline.event("ada", 30, Events.view("garden")), NOON.plus(Duration.ofHours(1)));
    List<TestRecord<String, ProfileRecord>> published = pipeline.profiles.readRecordsToList();
    pipeline.rest(Duration.ofSeconds(1));

    TestRecord<String, ProfileRecord> late = pipeline.profiles.readRecord();
    assertThat(late.getRecordTime()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    assertThat(((CustomerProfile) late.value()).asOf()).isEqualTo(late.getRecordTime());
    assertThat(late.headers().lastHeader("ce_id").value())
        .isNotEqualTo(published.get(0).headers().lastHeader("ce_id").value());
  }

  @Test
  void manyThatAreDueArePublishedBitByBit() {
    List<String> published = new ArrayList<>();
    PacedProfiles profiles = new PacedProfiles(task, INTERVAL, (id, news) -> published.add(id));
    for (int id = 0; id < 2_500; id++) {
      profiles.changed("shopper-" + id, new News(NOON, "first"));
      profiles.changed("shopper-" + id, new News(NOON, "second"));
    }
    published.clear();

    task.setCurrentSystemTimeMs(NOON.plus(INTERVAL).toEpochMilli());
    profiles.publishDue();
    assertThat(published).hasSize(1_000);
    profiles.publishDue();
    profiles.publishDue();
    assertThat(published).hasSize(2_500);
  }

  @Test
  void whoeverWaitedIsPublishedByTheTaskThatGoesOn() {
    PacedProfiles dead = new PacedProfiles(task, INTERVAL, (id, news) -> {});
    dead.changed("ada", new News(NOON, "first"));
    dead.changed("ada", new News(NOON.plusSeconds(1), "second"));
    dead.changed("ada", new News(NOON.plusSeconds(2), "third"));
    task.setCurrentStreamTimeMs(NOON.plusSeconds(2).toEpochMilli());
    task.setCurrentSystemTimeMs(NOON.plusSeconds(3).toEpochMilli());

    Map<String, News> published = new HashMap<>();
    new PacedProfiles(task, INTERVAL, published::put).publishDue();

    assertThat(published)
        .containsExactly(Map.entry("ada", new News(NOON.plusSeconds(2), "second")));
    KeyValueStore<String, byte[]> waiting = task.getStateStore(ProfileTopology.UNPUBLISHED);
    assertThat(waiting.get("ada")).isNull();
  }

  @Test
  void whoeverWaitedIsNotDatedByARecordFromTheFuture() {
    PacedProfiles dead = new PacedProfiles(task, INTERVAL, (id, news) -> {});
    dead.changed("ada", new News(NOON, "first"));
    dead.changed("ada", new News(NOON, "second"));
    task.setCurrentStreamTimeMs(NOON.plus(Duration.ofDays(10_000)).toEpochMilli());

    Map<String, News> published = new HashMap<>();
    new PacedProfiles(task, INTERVAL, published::put).publishDue();

    assertThat(published).containsExactly(Map.entry("ada", new News(NOON, "second")));
  }

  @Test
  void clockThatIsSetBackHoldsNobodyUp() {
    List<News> published = new ArrayList<>();
    PacedProfiles paced = new PacedProfiles(task, INTERVAL, (id, news) -> published.add(news));
    paced.changed("ada", new News(NOON, "first"));
    paced.changed("ada", new News(NOON, "second"));

    task.setCurrentSystemTimeMs(NOON.minus(Duration.ofHours(1)).toEpochMilli());
    paced.publishDue();

    assertThat(published).extracting(News::id).containsExactly("first", "second");
  }

  private static MockProcessorContext<String, Object> task() {
    MockProcessorContext<String, Object> task = new MockProcessorContext<>();
    KeyValueStore<String, byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(ProfileTopology.UNPUBLISHED),
                Serdes.String(),
                Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    store.init(task.getStateStoreContext(), store);
    task.addStateStore(store);
    task.setCurrentSystemTimeMs(NOON.toEpochMilli());
    task.setCurrentStreamTimeMs(NOON.toEpochMilli());
    return task;
  }

  private void see(String customerId, int times) {
    for (int time = 0; time < times; time++) {
      pipeline.send(customerId, time, Events.view("kitchen"));
    }
  }

  /** Of each profile published since the last call. */
  private List<Long> views() {
    return pipeline.profiles.readValuesToList().stream()
        .map(CustomerProfile.class::cast)
        .map(profile -> profile.activity().get(Window.LIFE).productViews())
        .toList();
  }
}
