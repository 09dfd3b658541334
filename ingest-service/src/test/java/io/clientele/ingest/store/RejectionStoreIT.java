package io.clientele.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.quarantine.KeptRejection;
import io.clientele.ingest.quarantine.RejectionFilter;
import io.clientele.ingest.quarantine.RejectionFilters;
import io.clientele.ingest.quarantine.RejectionPosition;
import io.clientele.ingest.quarantine.RejectionTally;
import io.clientele.ingest.quarantine.RejectionsUnavailableException;
import io.clientele.ingest.quarantine.StoredRejections;
import io.clientele.ingest.quarantine.WaitingRejection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What is found in the quarantine, and whose turn it is to replay it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class RejectionStoreIT extends WithQuarantine {

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

  private List<String> found(RejectionFilter filter) {
    return store.newest(filter, null, 10).stream()
        .map(kept -> kept.rejected().rejectedId())
        .toList();
  }

  private static RejectionFilter filter(
      String reason, String source, Instant since, Instant until, Boolean replayed, String text) {
    return new RejectionFilter(reason, source, null, since, until, replayed, text, Set.of());
  }
}
