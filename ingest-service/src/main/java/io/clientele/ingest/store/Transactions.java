package io.clientele.ingest.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Work on the database, all or nothing. */
final class Transactions {

  /**
   * What is done within one transaction.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  private final DataSource database;

  Transactions(DataSource database) {
    this.database = database;
  }

  <T> T run(Work<T> work) throws SQLException {
    try (Connection connection = begin()) {
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  /** A connection in a transaction, to be ended and closed by the caller. */
  Connection begin() throws SQLException {
    Connection connection = database.getConnection();
    try {
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** A pool may commit what a connection given back has begun. */
  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
