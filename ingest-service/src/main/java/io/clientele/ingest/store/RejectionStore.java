package io.clientele.ingest.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.quarantine.KeptRejection;
import io.clientele.ingest.quarantine.RejectionFilter;
import io.clientele.ingest.quarantine.RejectionPosition;
import io.clientele.ingest.quarantine.RejectionTally;
import io.clientele.ingest.quarantine.RejectionsUnavailableException;
import io.clientele.ingest.quarantine.StoredRejections;
import io.clientele.ingest.quarantine.WaitingRejection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Reads what {@link RejectionProjectionStore} wrote. */
public final class RejectionStore implements StoredRejections {

  private static final Logger LOG = Logger.getLogger(RejectionStore.class);

  /** Of a payload in a list; five hundred of them must fit into a small heap. */
  private static final int BEGINNING_BYTES = 16 * 1024;

  private static final String COLUMNS =
      """
      r.rejected_id, r.service, r.source, r.reason, r.field, r.detail, r.place, r.message_id,
        r.customer, %s as payload, %s as around, r.payload_encoding, r.rejected_at, m.replayed_at,
        %s as whole
      """;

  private static final String BEGINNINGS =
      COLUMNS.formatted(
          "substring(r.payload from 1 for " + BEGINNING_BYTES + ")",
          "null::bytea",
          "octet_length(r.payload) <= " + BEGINNING_BYTES);

  private static final String WHOLE = COLUMNS.formatted("r.payload", "r.around", "true");

  private static final String SIZES =
      "r.rejected_id, r.rejected_at,"
          + " octet_length(r.payload) + coalesce(octet_length(r.around), 0) as size";

  private static final String TALLIES =
      "r.reason, r.source, count(*) as kept, count(m.replayed_at) as replayed";

  private static final int MOST_TALLIES = 1_000;

  /** Any number, the same for all instances: who holds this lock may replay. */
  private static final long TURN_LOCK = 7_240_031L;

  private final Transactions transactions;
  private final DatabaseOutage outage = new DatabaseOutage("rejections read");

  /** A store in this database, which need not answer yet. */
  public RejectionStore(DataSource database) {
    this.transactions = new Transactions(database);
  }

  @Override
  public List<KeptRejection> newest(RejectionFilter filter, RejectionPosition before, int limit) {
    return select(
        new RejectionQuery(BEGINNINGS).matching(filter).inOrder(true, before).limit(limit),
        RejectionStore::kept);
  }

  @Override
  public Optional<KeptRejection> withId(String rejectedId) {
    return select(new RejectionQuery(WHOLE).among(List.of(rejectedId)), RejectionStore::kept)
        .stream()
        .findFirst();
  }

  @Override
  public List<RejectionTally> tally(RejectionFilter filter) {
    return select(
        new RejectionQuery(TALLIES)
            .matching(filter)
            .then("group by r.reason, r.source order by kept desc, r.reason, r.source")
            .limit(MOST_TALLIES),
        row ->
            new RejectionTally(
                row.getString("reason"),
                row.getString("source"),
                row.getLong("kept"),
                row.getLong("replayed")));
  }

  @Override
  public List<WaitingRejection> waiting(
      RejectionFilter filter, RejectionPosition after, int limit) {
    return select(
        new RejectionQuery(SIZES)
            .matching(filter)
            .then("and m.replayed_at is null")
            .inOrder(false, after)
            .limit(limit),
        row ->
            new WaitingRejection(
                new RejectionPosition(
                    row.getTimestamp("rejected_at").toInstant(), row.getString("rejected_id")),
                row.getLong("size")));
  }

  @Override
  public List<RejectedEvent> whole(List<String> rejectedIds) {
    Map<String, RejectedEvent> found = new HashMap<>();
    for (KeptRejection kept :
        select(
            new RejectionQuery(WHOLE).among(rejectedIds).then("and m.replayed_at is null"),
            RejectionStore::kept)) {
      found.put(kept.rejected().rejectedId(), kept.rejected());
    }
    return rejectedIds.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** Held by a transaction of its own: it ends with the call, and with the instance. */
  @Override
  public Optional<Turn> turn() {
    try {
      Connection connection = transactions.begin();
      boolean mine = false;
      try (PreparedStatement statement =
          connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
        statement.setLong(1, TURN_LOCK);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          mine = row.getBoolean(1);
        }
      } finally {
        if (!mine) {
          connection.close();
        }
      }
      return mine ? Optional.of(new HeldTurn(connection, outage)) : Optional.empty();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** As long as this connection answers, its transaction is open and the lock its own. */
  private record HeldTurn(Connection connection, DatabaseOutage outage) implements Turn {

    @Override
    public void confirm() {
      try (Statement statement = connection.createStatement()) {
        statement.execute("select 1");
      } catch (SQLException gone) {
        outage.failed(gone);
        throw new RejectionsUnavailableException(gone);
      }
    }

    @Override
    public void close() {
      try (connection) {
        connection.rollback();
      } catch (SQLException gone) {
        LOG.debug("turn ended with its connection", gone);
      }
    }
  }

  private static KeptRejection kept(ResultSet row) throws SQLException {
    byte[] around = row.getBytes("around");
    Timestamp replayedAt = row.getTimestamp("replayed_at");
    RejectedEvent rejected =
        new RejectedEvent(
            row.getString("rejected_id"),
            row.getString("service"),
            row.getString("source"),
            row.getString("reason"),
            row.getString("field"),
            row.getString("detail"),
            row.getString("place"),
            row.getString("message_id"),
            row.getString("customer"),
            new String(row.getBytes("payload"), UTF_8),
            around == null ? null : new String(around, UTF_8),
            row.getString("payload_encoding"),
            row.getTimestamp("rejected_at").toInstant(),
            replayedAt == null ? null : replayedAt.toInstant());
    return new KeptRejection(rejected, row.getBoolean("whole"));
  }

  private <T> List<T> select(RejectionQuery query, Row<T> row) {
    try {
      List<T> read =
          transactions.run(
              connection -> {
                List<T> found = new ArrayList<>();
                try (PreparedStatement statement = query.prepare(connection);
                    ResultSet rows = statement.executeQuery()) {
                  while (rows.next()) {
                    found.add(row.read(rows));
                  }
                }
                return found;
              });
      outage.worked();
      return read;
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private RejectionsUnavailableException unavailable(SQLException e) {
    outage.failed(e);
    return new RejectionsUnavailableException(e);
  }

  /** How one row reads. */
  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
