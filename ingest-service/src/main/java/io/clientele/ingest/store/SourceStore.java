package io.clientele.ingest.store;

import io.clientele.ingest.source.Source;
import io.clientele.ingest.source.SourcesUnavailableException;
import io.clientele.ingest.source.StoredSources;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** The sources in PostgreSQL. */
public final class SourceStore implements StoredSources {

  private static final String ADD =
      """
      insert into source
        (channel, default_currency, default_country, events_per_second, burst, name)
      values (?, ?, ?, ?, ?, ?)
      on conflict (name) do nothing
      """;

  private static final String UPDATE =
      """
      update source
      set channel = ?, default_currency = ?, default_country = ?, events_per_second = ?, burst = ?
      where name = ?
      """;

  private static final String LOCK =
      "select 1 from source where name = ? and ended_at is null for update";

  private static final String END =
      "update source set ended_at = ? where name = ? and ended_at is null";

  private final Transactions transactions;

  /** Of changes alone: that sources cannot be read is told by whoever reads them all the time. */
  private final DatabaseOutage outage = new DatabaseOutage("sources changed");

  /** A store in this database, which need not answer yet. */
  public SourceStore(DataSource database) {
    this.transactions = new Transactions(database);
  }

  @Override
  public List<Source> all() {
    return inTransaction(SourceRows::all);
  }

  @Override
  public List<Source> after(String name, int limit) {
    return inTransaction(connection -> SourceRows.after(connection, name, limit));
  }

  @Override
  public Optional<Source> named(String name) {
    return inTransaction(connection -> SourceRows.named(connection, name));
  }

  @Override
  public boolean add(Source source) {
    return changing(
        connection -> {
          boolean added = write(connection, ADD, source) == 1;
          if (added) {
            SourceRows.putKeys(connection, source);
          }
          return added;
        });
  }

  @Override
  public Optional<Source> change(String name, UnaryOperator<Source> change) {
    return changing(
        connection -> {
          lock(connection, name);
          Optional<Source> changed = SourceRows.named(connection, name).map(change);
          if (changed.isPresent()) {
            write(connection, UPDATE, changed.get());
            SourceRows.deleteKeys(connection, name);
            SourceRows.putKeys(connection, changed.get());
          }
          return changed;
        });
  }

  @Override
  public boolean end(String name, Instant now) {
    return changing(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(END)) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setString(2, name);
            boolean ended = statement.executeUpdate() == 1;
            SourceRows.deleteKeys(connection, name);
            return ended;
          }
        });
  }

  /** Who changes a source reads it after this, and so sees what others did before. */
  private static void lock(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setString(1, name);
      statement.execute();
    }
  }

  private static int write(Connection connection, String sql, Source source) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      SourceRows.setSettings(statement, source);
      return statement.executeUpdate();
    }
  }

  private <T> T changing(Transactions.Work<T> work) {
    try {
      T changed = transactions.run(work);
      outage.worked();
      return changed;
    } catch (SQLException e) {
      outage.failed(e);
      throw new SourcesUnavailableException(e);
    }
  }

  private <T> T inTransaction(Transactions.Work<T> work) {
    try {
      return transactions.run(work);
    } catch (SQLException e) {
      throw new SourcesUnavailableException(e);
    }
  }
}
