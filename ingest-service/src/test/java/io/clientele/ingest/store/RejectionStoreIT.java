package io.clientele.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.quarantine.KeptRejection;
import io.clientele.ingest.quarantine.RejectionFilter;
import io.clientele.ingest.quarantine.RejectionFilters;
import io.clientele.ingest.quarantine.RejectionPosition;
import io.clientele.ingest.quarantine.RejectionProjection;
import io.clientele.ingest.quarantine.RejectionTally;
import io.clientele.ingest.quarantine.RejectionsUnavailableException;
import io.clientele.ingest.quarantine.StoredRejections;
import io.clientele.ingest.quarantine.WaitingRejection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class RejectionStoreIT {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

  @Inject DataSource database;

  private RejectionProjectionStore projection;
  private RejectionStore store;

  @BeforeEach
  void nothingInQuarantine() throws SQLException {
    projection = new RejectionProjectionStore(database);
    store = new RejectionStore(database);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate rejected_event, replay_mark, rejection_position");
    }
  }

  @Test
  void rejectionComesBackAsItWas() {
    RejectedEvent rejected = rejected("r-1", "m-1", "missing-rate", NOON);

    projection.keep(List.of(rejected), Map.of(0, 1L));

    assertThat(store.withId("r-1")).contains(new KeptRejection(rejected, true));
    assertThat(store.withId("r-2")).isEmpty();
    assertThat(projection.positions()).containsExactly(Map.entry(0, 1L));
  }

  @Test
  void anyTextIsKept() {
    RejectedEvent naughty =
        copy(rejected("r-1", "m-1", "malformed-json", NOON), "a\0b \uD83D\uDE00 {\"x\":", "shop\0");

    projection.keep(List.of(naughty), Map.of());

    assertThat(store.withId("r-1").orElseThrow().rejected().payload()).isEqualTo(naughty.payload());
  }

  @Test
  void whatCanNeverBeKeptIsToldApartFromADatabaseThatIsAway() {
    StringBuilder id = new StringBuilder();
    new Random(7).ints(10_000, 'a', 'z').forEach(letter -> id.append((char) letter));
    RejectedEvent unkeepable = rejected(id.toString(), null, "too-long", NOON);

    assertThatThrownBy(() -> projection.keep(List.of(unkeepable), Map.of()))
        .isInstanceOf(RejectionProjection.RefusedException.class)
        .hasMessageContaining("54000");
  }

  /** The projection as a fold: whatever order, and however often. */
  @Test
  void neitherOrderNorRepetitionShows() throws SQLException {
    List<RejectedEvent> records = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      RejectedEvent rejected = rejected("r-" + i, i % 2 == 0 ? "m-" + i : null, "x", NOON);
      records.add(rejected);
      if (i < 4) {
        records.add(rejected.replayed(NOON.plusSeconds(i)));
        records.add(rejected.replayed(NOON.plusSeconds(i + 100)));
      }
    }
    projection.keep(records, Map.of());
    List<KeptRejection> expected = store.newest(RejectionFilters.ALL, null, 10);
    Random random = new Random(11);

    for (int attempt = 0; attempt < 50; attempt++) {
      nothingInQuarantine();
      List<RejectedEvent> shuffled = new ArrayList<>(records);
      shuffled.addAll(records.subList(0, random.nextInt(records.size())));
      Collections.shuffle(shuffled, random);
      int cut = random.nextInt(shuffled.size());
      projection.keep(shuffled.subList(0, cut), Map.of());
      projection.keep(shuffled.subList(cut, shuffled.size()), Map.of());

      assertThat(store.newest(RejectionFilters.ALL, null, 10)).isEqualTo(expected);
    }
    assertThat(expected).hasSize(6);
    assertThat(expected.get(5).rejected().replayedAt()).isEqualTo(NOON);
  }

  @Test
  void filtersNarrow() {
    projection.keep(
        List.of(
            rejected("r-1", "m-1", "missing-rate", NOON),
            rejected("r-2", "m-2", "too-long", NOON.plusSeconds(1)),
            copy(rejected("r-3", "m-3", "too-long", NOON.plusSeconds(2)), "order 4711", "other"),
            rejected("r-1", "m-1", "missing-rate", NOON).replayed(NOON)),
        Map.of());

    assertThat(found(filter("too-long", null, null, null, null, null)))
        .containsExactly("r-3", "r-2");
    assertThat(found(filter(null, "other", null, null, null, null))).containsExactly("r-3");
    assertThat(found(filter(null, null, NOON.plusSeconds(1), NOON.plusSeconds(2), null, null)))
        .containsExactly("r-2");
    assertThat(found(filter(null, null, null, null, true, null))).containsExactly("r-1");
    assertThat(found(filter(null, null, null, null, false, null))).containsExactly("r-3", "r-2");
    assertThat(found(filter(null, null, null, null, null, "4711"))).containsExactly("r-3");
    assertThat(found(filter(null, null, null, null, null, "m-2"))).containsExactly("r-2");
    assertThat(store.tally(RejectionFilters.ALL))
        .containsExactly(
            new RejectionTally("missing-rate", "shop", 1, 1),
            new RejectionTally("too-long", "other", 1, 0),
            new RejectionTally("too-long", "shop", 1, 0));
  }

  @Test
  void pagesLeadToEveryRejectionOnceAlsoAmongEqualTimes() {
    for (int i = 0; i < 7; i++) {
      projection.keep(List.of(rejected("r-" + i, null, "x", NOON)), Map.of());
    }

    List<String> seen = new ArrayList<>();
    RejectionPosition before = null;
    List<KeptRejection> page = store.newest(RejectionFilters.ALL, before, 3);
    while (!page.isEmpty()) {
      page.forEach(kept -> seen.add(kept.rejected().rejectedId()));
      before = page.get(page.size() - 1).position();
      page = store.newest(RejectionFilters.ALL, before, 3);
    }

    assertThat(seen).containsExactly("r-6", "r-5", "r-4", "r-3", "r-2", "r-1", "r-0");
  }

  @Test
  void longPayloadsAreCutInListsOnly() {
    String payload = "x".repeat(100_000);
    projection.keep(List.of(copy(rejected("r-1", null, "x", NOON), payload, "shop")), Map.of());

    KeptRejection listed = store.newest(RejectionFilters.ALL, null, 1).get(0);

    assertThat(listed.whole()).isFalse();
    assertThat(payload).startsWith(listed.rejected().payload());
    assertThat(store.withId("r-1").orElseThrow().rejected().payload()).isEqualTo(payload);
  }

  @Test
  void waitingAreTheUntakenOldestFirstAndAMarkIsAllTheMessagesForms() {
    projection.keep(
        List.of(
            rejected("r-1", "m-1", "x", NOON),
            rejected("r-2", "m-2", "x", NOON.plusSeconds(1)),
            rejected("r-3", "m-3", "x", NOON.plusSeconds(2)),
            rejected("r-4", "m-1", "y", NOON.plusSeconds(3))),
        Map.of());
    projection.keep(List.of(rejected("r-1", "m-1", "x", NOON).replayed(NOON)), Map.of());

    List<WaitingRejection> waiting = store.waiting(RejectionFilters.ALL, null, 10);

    assertThat(waiting)
        .extracting(each -> each.position().rejectedId())
        .containsExactly("r-2", "r-3");
    assertThat(store.waiting(RejectionFilters.ALL, waiting.get(0).position(), 10))
        .containsExactly(waiting.get(1));
    assertThat(store.whole(List.of("r-3", "r-1", "gone", "r-2")))
        .extracting(RejectedEvent::rejectedId)
        .containsExactly("r-3", "r-2");
  }

  @Test
  void oneHasTheTurnAtATime() {
    StoredRejections.Turn turn = store.turn().orElseThrow();

    assertThat(store.turn()).isEmpty();

    turn.close();
    StoredRejections.Turn next = store.turn().orElseThrow();
    next.close();
  }

  @Test
  void turnWhoseConnectionIsGoneIsNotConfirmed() throws SQLException {
    StoredRejections.Turn turn = store.turn().orElseThrow();
    turn.confirm();

    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_terminate_backend(pid) from pg_locks where locktype='advisory'");
    }

    assertThatThrownBy(turn::confirm).isInstanceOf(RejectionsUnavailableException.class);
    turn.close();
    store.turn().orElseThrow().close();
  }

  @Test
  void rejectionThatComesAgainIsKeptAsLongAgain() throws SQLException {
    RejectedEvent again = rejected("r-1", null, "x", NOON);
    projection.keep(List.of(again), Map.of());
    seenDaysAgo("r-1", 29);

    projection.keep(List.of(again), Map.of());
    projection.prune(Instant.now().minus(Duration.ofDays(28)));

    assertThat(store.withId("r-1")).isPresent();
  }

  @Test
  void oldRejectionsGoAndTheirMarksAfterThem() throws SQLException {
    RejectedEvent old = rejected("r-1", null, "x", NOON);
    RejectedEvent young = rejected("r-2", null, "x", NOON);
    projection.keep(List.of(old, young, old.replayed(NOON), young.replayed(NOON)), Map.of());
    seenDaysAgo("r-1", 31);

    projection.prune(Instant.now().minus(Duration.ofDays(30)));

    assertThat(store.newest(RejectionFilters.ALL, null, 10))
        .extracting(kept -> kept.rejected().rejectedId(), kept -> kept.rejected().replayedAt())
        .containsExactly(tuple("r-2", NOON));
  }

  @Test
  void manyOldRejectionsGoSliceBySlice() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into rejected_event (rejected_id, service, source, reason, payload,
            payload_encoding, rejected_at, last_seen_at)
          select 'r-' || n, 's', 'shop', 'x', '', 'utf-8', now(), now() - interval '31 days'
          from generate_series(1, 2500) n
          """);
      statement.execute(
          """
          insert into replay_mark (source, message_id, replayed_at)
          select 'shop', 'r-' || n, now() - interval '31 days' from generate_series(1, 1500) n
          """);
    }
    Instant before = Instant.now().minus(Duration.ofDays(30));

    int slices = 1;
    while (projection.prune(before)) {
      slices++;
    }

    assertThat(store.tally(RejectionFilters.ALL)).isEmpty();
    assertThat(marks()).isZero();
    assertThat(slices).isEqualTo(4);
  }

  /** A detail repeats the row, and messages reach the log. */
  @Test
  void databasesMessagesDoNotRepeatRows() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      String insert = "insert into replay_mark values ('shop', 'ada@example.com', now())";
      statement.execute(insert);

      assertThatThrownBy(() -> statement.execute(insert))
          .hasMessageContaining("replay_mark_pkey")
          .hasMessageNotContaining("ada@example.com");
    }
  }

  @Test
  void databaseThatIsAwayIsSaidToBe() {
    PGSimpleDataSource nobody = new PGSimpleDataSource();
    nobody.setPortNumbers(new int[] {1});
    RejectionStore nowhere = new RejectionStore(nobody);

    assertThatThrownBy(() -> nowhere.withId("r-1"))
        .isInstanceOf(RejectionsUnavailableException.class);
    assertThatThrownBy(nowhere::turn).isInstanceOf(RejectionsUnavailableException.class);
  }

  private void seenDaysAgo(String id, int days) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "update rejected_event set last_seen_at = now() - make_interval(days => ?)"
                    + " where rejected_id = ?")) {
      statement.setInt(1, days);
      statement.setString(2, id);
      statement.executeUpdate();
    }
  }

  private long marks() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from replay_mark")) {
      row.next();
      return row.getLong(1);
    }
  }

  private List<String> found(RejectionFilter filter) {
    return store.newest(filter, null, 10).stream()
        .map(kept -> kept.rejected().rejectedId())
        .toList();
  }

  private static RejectionFilter filter(
      String reason, String source, Instant since, Instant until, Boolean replayed, String text) {
    return new RejectionFilter(reason, source, null, since, until, replayed, text, Set.of());
  }

  private static RejectedEvent rejected(
      String id, String messageId, String reason, Instant rejectedAt) {
    return new RejectedEvent(
        id,
        "ingest-service",
        "shop",
        reason,
        "/properties",
        "why",
        "POST /v1/track",
        messageId,
        "ada",
        "{}",
        "{\"sentAt\":1}",
        "utf-8",
        rejectedAt,
        null);
  }

  private static RejectedEvent copy(RejectedEvent one, String payload, String source) {
    return new RejectedEvent(
        one.rejectedId(),
        one.service(),
        source,
        one.reason(),
        one.field(),
        one.detail(),
        one.place(),
        one.messageId(),
        one.customer(),
        payload,
        one.around(),
        one.payloadEncoding(),
        one.rejectedAt(),
        null);
  }
}
