package io.clientele.ingest.store;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** A test that has the sources of a real database to itself, with but the default one there. */
abstract class WithSources {

  @Inject DataSource database;

  @BeforeEach
  void onlyTheDefaultSource() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from write_key");
      statement.execute("delete from source where name <> 'default'");
    }
  }
}
