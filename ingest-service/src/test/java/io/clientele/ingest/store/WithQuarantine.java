package io.clientele.ingest.store;

import io.clientele.contract.RejectedEvent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** A test that has the quarantine of a real database to itself, with nothing in it yet. */
abstract class WithQuarantine {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

  @Inject DataSource database;

  RejectionProjectionStore projection;
  RejectionStore store;

  @BeforeEach
  void nothingInQuarantine() throws SQLException {
    projection = new RejectionProjectionStore(database);
    store = new RejectionStore(database);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate rejected_event, replay_mark, rejection_position");
    }
  }

  static RejectedEvent rejected(String id, String messageId, String reason, Instant rejectedAt) {
    return new RejectedEvent(
        id,
        "ingest-service",
        "shop",
        reason,
        "/properties",
        "why",
        "POST /v1/track",
        messageId,
        "ada",
        "{}",
        "{\"sentAt\":1}",
        "utf-8",
        rejectedAt,
        null);
  }

  static RejectedEvent copy(RejectedEvent one, String payload, String source) {
    return new RejectedEvent(
        one.rejectedId(),
        one.service(),
        source,
        one.reason(),
        one.field(),
        one.detail(),
        one.place(),
        one.messageId(),
        one.customer(),
        payload,
        one.around(),
        one.payloadEncoding(),
        one.rejectedAt(),
        null);
  }
}
