package io.clientele.ingest.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The quarantine's tables for tests without Quarkus, which brings what Flyway needs. */
final class QuarantineTables {

  private static final List<String> MIGRATIONS =
      List.of("V10__rejected_event.sql", "V11__rejected_event_last_seen.sql");

  private QuarantineTables() {}

  /** Makes them in an empty database. */
  static void create(DataSource database) throws SQLException, IOException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String migration : MIGRATIONS) {
        try (InputStream file =
            QuarantineTables.class.getResourceAsStream("/db/migration/" + migration)) {
          statement.execute(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
  }
}
