package io.clientele.ingest.store;

import io.clientele.contract.Channel;
import io.clientele.ingest.source.Defaults;
import io.clientele.ingest.source.RateLimit;
import io.clientele.ingest.source.Source;
import io.clientele.ingest.source.WriteKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How sources and their keys stand in the tables. */
final class SourceRows {

  /** Ended sources are left out. Keys come in the order in which they were made. */
  private static final String SELECT =
      """
      select name, channel, default_currency, default_country, events_per_second, burst,
        key_id, hash, created_at, expires_at
      from (select * from source where ended_at is null and %s order by name limit ?) as chosen
        left join write_key on source = name
      order by name, created_at, key_id
      """;

  private static final String ALL_AFTER = SELECT.formatted("name > ?");
  private static final String ONE = SELECT.formatted("name = ?");

  private static final String PUT_KEY =
      "insert into write_key (source, key_id, hash, created_at, expires_at) values (?, ?, ?, ?, ?)";

  private SourceRows() {}

  static List<Source> all(Connection connection) throws SQLException {
    return after(connection, "", Integer.MAX_VALUE);
  }

  static List<Source> after(Connection connection, String name, int limit) throws SQLException {
    return select(connection, ALL_AFTER, name, limit);
  }

  static Optional<Source> named(Connection connection, String name) throws SQLException {
    return select(connection, ONE, name, 1).stream().findFirst();
  }

  static void putKeys(Connection connection, Source source) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PUT_KEY)) {
      for (WriteKey key : source.keys()) {
        statement.setString(1, source.name());
        statement.setString(2, key.id());
        statement.setString(3, key.hash());
        statement.setTimestamp(4, timestamp(key.createdAt()));
        statement.setTimestamp(5, timestamp(key.expiresAt()));
        statement.executeUpdate();
      }
    }
  }

  static void deleteKeys(Connection connection, String source) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from write_key where source = ?")) {
      statement.setString(1, source);
      statement.executeUpdate();
    }
  }

  /** Channel, default currency, default country, events per second, burst, name. */
  static void setSettings(PreparedStatement statement, Source source) throws SQLException {
    statement.setString(1, source.channel() == null ? null : source.channel().wireName());
    statement.setString(2, source.defaults().currency());
    statement.setString(3, source.defaults().country());
    RateLimit limit = source.rateLimit();
    statement.setObject(4, limit == null ? null : limit.eventsPerSecond(), Types.INTEGER);
    statement.setObject(5, limit == null ? null : limit.burst(), Types.INTEGER);
    statement.setString(6, source.name());
  }

  private static List<Source> select(Connection connection, String sql, String name, int limit)
      throws SQLException {
    Map<String, Source> settings = new LinkedHashMap<>();
    Map<String, List<WriteKey>> keys = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.setInt(2, limit);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Source source = source(row);
          settings.put(source.name(), source);
          List<WriteKey> own = keys.computeIfAbsent(source.name(), each -> new ArrayList<>());
          if (row.getString("key_id") != null) {
            own.add(key(row));
          }
        }
      }
    }
    return settings.values().stream()
        .map(source -> source.withKeys(keys.get(source.name())))
        .toList();
  }

  private static Source source(ResultSet row) throws SQLException {
    String channel = row.getString("channel");
    Integer eventsPerSecond = row.getObject("events_per_second", Integer.class);
    return new Source(
        row.getString("name"),
        channel == null ? null : Channel.named(channel),
        new Defaults(row.getString("default_currency"), row.getString("default_country")),
        eventsPerSecond == null ? null : new RateLimit(eventsPerSecond, row.getInt("burst")),
        List.of());
  }

  private static WriteKey key(ResultSet row) throws SQLException {
    return new WriteKey(
        row.getString("key_id"),
        row.getString("hash"),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("expires_at")));
  }

  private static Timestamp timestamp(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Instant instant(Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
