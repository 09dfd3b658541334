package io.clientele.ingest.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.quarantine.MessageIds;
import io.clientele.ingest.quarantine.RejectionProjection;
import io.clientele.ingest.quarantine.RejectionsUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Writes what stands in {@code rejected-events} into PostgreSQL. A rejection is written once and
 * never changed but for when it was last seen, of marks the earliest counts: so neither order nor
 * repetition shows.
 */
public final class RejectionProjectionStore implements RejectionProjection {

  private static final String KEEP =
      """
      insert into rejected_event (rejected_id, service, source, reason, field, detail, place,
        message_id, customer, payload, around, payload_encoding, rejected_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (rejected_id) do update set last_seen_at = excluded.last_seen_at
      """;

  private static final String MARK =
      """
      insert into replay_mark (source, message_id, replayed_at) values (?, ?, ?)
      on conflict (source, message_id) do update set replayed_at = excluded.replayed_at
        where replay_mark.replayed_at > excluded.replayed_at
      """;

  private static final String MOVE =
      """
      insert into rejection_position (partition, next_offset) values (?, ?)
      on conflict (partition) do update set next_offset = excluded.next_offset
        where rejection_position.next_offset <> excluded.next_offset
      """;

  /** What one statement may delete: a month's worth at once would outlast the connection. */
  private static final int SLICE = 1_000;

  /** Locked one by one, so that two instances at it neither wait for each other nor deadlock. */
  private static final String PRUNE =
      """
      with slice as (
        select rejected_id from rejected_event where last_seen_at < ? limit %d
        for update skip locked)
      delete from rejected_event r using slice s where r.rejected_id = s.rejected_id
      """
          .formatted(SLICE);

  /** A mark stays as long as what it marks. */
  private static final String PRUNE_MARKS =
      """
      with slice as (
        select source, message_id from replay_mark m where replayed_at < ? and not exists (
          select 1 from rejected_event r
          where r.source = m.source and coalesce(r.message_id, r.rejected_id) = m.message_id)
        limit %d for update skip locked)
      delete from replay_mark m using slice s
      where m.source = s.source and m.message_id = s.message_id
      """
          .formatted(SLICE);

  private final Transactions transactions;

  /** A store in this database, which need not answer yet. */
  public RejectionProjectionStore(DataSource database) {
    this.transactions = new Transactions(database);
  }

  @Override
  public void keep(List<RejectedEvent> records, Map<Integer, Long> positions) {
    run(
        connection -> {
          for (RejectedEvent record : records) {
            if (record.replayedAt() == null) {
              insert(connection, record);
            } else {
              mark(connection, record);
            }
          }
          move(connection, positions);
          return null;
        });
  }

  @Override
  public Map<Integer, Long> positions() {
    return run(
        connection -> {
          Map<Integer, Long> positions = new HashMap<>();
          try (PreparedStatement statement =
                  connection.prepareStatement(
                      "select partition, next_offset from rejection_position");
              ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              positions.put(row.getInt(1), row.getLong(2));
            }
          }
          return positions;
        });
  }

  /** Marks come last: only when no old rejection is left is it known which of them are alone. */
  @Override
  public boolean prune(Instant before) {
    return prune(PRUNE, before) || prune(PRUNE_MARKS, before);
  }

  private boolean prune(String sql, Instant before) {
    return run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Columns.timestamp(before));
            return statement.executeUpdate() == SLICE;
          }
        });
  }

  private static void insert(Connection connection, RejectedEvent rejected) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
      statement.setString(1, Columns.text(rejected.rejectedId()));
      statement.setString(2, Columns.text(rejected.service()));
      statement.setString(3, Columns.text(rejected.source()));
      statement.setString(4, Columns.text(rejected.reason()));
      statement.setString(5, Columns.text(rejected.field()));
      statement.setString(6, Columns.text(rejected.detail()));
      statement.setString(7, Columns.text(rejected.place()));
      statement.setString(8, Columns.text(rejected.messageId()));
      statement.setString(9, Columns.text(rejected.customer()));
      statement.setBytes(10, rejected.payload().getBytes(UTF_8));
      statement.setBytes(11, rejected.around() == null ? null : rejected.around().getBytes(UTF_8));
      statement.setString(12, Columns.text(rejected.payloadEncoding()));
      statement.setTimestamp(13, Columns.timestamp(rejected.rejectedAt()));
      statement.executeUpdate();
    }
  }

  private static void mark(Connection connection, RejectedEvent mark) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MARK)) {
      statement.setString(1, Columns.text(mark.source()));
      statement.setString(2, Columns.text(MessageIds.of(mark)));
      statement.setTimestamp(3, Columns.timestamp(mark.replayedAt()));
      statement.executeUpdate();
    }
  }

  private static void move(Connection connection, Map<Integer, Long> positions)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
      for (Map.Entry<Integer, Long> position : positions.entrySet()) {
        statement.setInt(1, position.getKey());
        statement.setLong(2, position.getValue());
        statement.executeUpdate();
      }
    }
  }

  private <T> T run(Transactions.Work<T> work) {
    try {
      return transactions.run(work);
    } catch (SQLException e) {
      String state = e.getSQLState();
      if (state != null && Columns.isRefusal(state)) {
        throw new RefusedException(state, e);
      }
      throw new RejectionsUnavailableException(e);
    }
  }
}
