package io.clientele.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.quarantine.KeptRejection;
import io.clientele.ingest.quarantine.RejectionFilters;
import io.clientele.ingest.quarantine.RejectionProjection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import org.junit.jupiter.api.Test;

/** What comes into the quarantine, and when it goes. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class RejectionProjectionStoreIT extends WithQuarantine {

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
}
