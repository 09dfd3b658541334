package io.clientele.ingest.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.ingest.quarantine.RejectionFilter;
import io.clientele.ingest.quarantine.RejectionPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A select over rejections and their marks, narrowed step by step. */
final class RejectionQuery {

  /** A question without an index to help it must not hold a connection for ever. */
  private static final int PATIENCE_SECONDS = 5;

  private static final String FROM =
      """
       from rejected_event r
        left join replay_mark m
          on m.source = r.source and m.message_id = coalesce(r.message_id, r.rejected_id)
      where true
      """;

  private final StringBuilder sql;
  private final List<Object> values = new ArrayList<>();

  /** All of them, of each these columns of {@code r} and {@code m}. */
  RejectionQuery(String columns) {
    this.sql = new StringBuilder("select ").append(columns).append(FROM);
  }

  RejectionQuery matching(RejectionFilter filter) {
    and("r.reason = ?", filter.reason());
    and("r.source = ?", filter.source());
    and("r.service = ?", filter.service());
    and("r.rejected_at >= ?", filter.since() == null ? null : Columns.timestamp(filter.since()));
    and("r.rejected_at < ?", filter.until() == null ? null : Columns.timestamp(filter.until()));
    if (filter.replayed() != null) {
      sql.append(" and (m.replayed_at is not null) = ").append(filter.replayed().booleanValue());
    }
    if (filter.text() != null) {
      and(
          "(r.message_id = ? or r.customer = ? or position(? in r.payload) > 0)",
          filter.text(),
          filter.text(),
          filter.text().getBytes(UTF_8));
    }
    return filter.ids().isEmpty() ? this : among(List.copyOf(filter.ids()));
  }

  RejectionQuery among(List<String> ids) {
    return and("r.rejected_id = any (?)", (Object) ids.toArray(String[]::new));
  }

  /**
   * In order of time.
   *
   * @param beyond where to go on, or null for the beginning
   */
  RejectionQuery inOrder(boolean newestFirst, RejectionPosition beyond) {
    if (beyond != null) {
      and(
          "(r.rejected_at, r.rejected_id) %s (?, ?)".formatted(newestFirst ? "<" : ">"),
          Columns.timestamp(beyond.rejectedAt()),
          beyond.rejectedId());
    }
    String direction = newestFirst ? "desc" : "asc";
    sql.append(" order by r.rejected_at %1$s, r.rejected_id %1$s".formatted(direction));
    return this;
  }

  RejectionQuery limit(int most) {
    sql.append(" limit ").append(most);
    return this;
  }

  RejectionQuery then(String clause) {
    sql.append(' ').append(clause);
    return this;
  }

  /** To be closed. */
  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.toString());
    try {
      statement.setQueryTimeout(PATIENCE_SECONDS);
      int place = 1;
      for (Object value : values) {
        statement.setObject(
            place,
            value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
        place++;
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  /** Nothing where there is one value and it is null. */
  private RejectionQuery and(String condition, Object... operands) {
    if (operands[0] != null) {
      sql.append(" and ").append(condition);
      values.addAll(List.of(operands));
    }
    return this;
  }
}
