package io.clientele.lifecycle.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.Money;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class AlertBatchTest {

  private static final RecordFormat<LifecycleAlert> ALERTS = RecordFormat.of(LifecycleAlert.class);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final List<String> stored = new ArrayList<>();
  private final AlertBatch batch = new AlertBatch(this::save, "lifecycle-service");

  @Test
  void alertThatTheDatabaseRefusesHoldsUpNoOther() {
    List<RejectedEvent> rejected =
        batch.store(List.of(alert(0, "ada"), alert(1, "refused:22021"), alert(2, "bea")));

    assertThat(stored).containsExactly("ada", "bea");
    assertThat(rejected).extracting(RejectedEvent::reason).containsExactly("unstorable-record");
    assertThat(rejected.get(0).detail())
        .isEqualTo("the database refuses the alert: SQLSTATE 22021");
    assertThat(rejected.get(0).payload()).contains("refused:22021");
  }

  @Test
  void violatedConstraintsAndExceededLimitsAreRefusalsToo() {
    List<RejectedEvent> rejected =
        batch.store(List.of(alert(0, "refused:23502"), alert(1, "refused:54000")));

    assertThat(rejected).hasSize(2);
  }

  @Test
  void databaseThatIsAwayRefusesNothing() {
    assertThatThrownBy(() -> batch.store(List.of(alert(0, "ada"), alert(1, "refused:08006"))))
        .isInstanceOf(PersistenceException.class);
  }

  @Test
  void unreadableRecordIsRejectedBesideThoseThatAreStored() {
    List<RejectedEvent> rejected =
        batch.store(List.of(record(0, "no alert".getBytes(UTF_8)), alert(1, "ada")));

    assertThat(stored).containsExactly("ada");
    assertThat(rejected).extracting(RejectedEvent::reason).containsExactly("malformed-record");
  }

  @Test
  void rejectionNamesItsRecordAndTheTimeOfIt() {
    RejectedEvent rejected = batch.store(List.of(alert(7, "refused:22021"))).get(0);

    assertThat(rejected.rejectedAt()).isEqualTo(NOON);
    assertThat(rejected.rejectedId()).isEqualTo("lifecycle-service:lifecycle-alerts-0@7");
  }

  /** All or none, as the database does it. */
  private void save(List<LifecycleAlert> alerts) {
    Optional<String> refused =
        alerts.stream()
            .map(LifecycleAlert::customerId)
            .filter(customer -> customer.startsWith("refused:"))
            .findFirst();
    if (refused.isPresent()) {
      String state = refused.get().substring("refused:".length());
      throw new PersistenceException("not written", new SQLException("quotes the row", state));
    }
    alerts.forEach(alert -> stored.add(alert.customerId()));
  }

  private static ConsumerRecord<String, byte[]> alert(long offset, String customerId) {
    LifecycleAlert alert =
        new LifecycleAlert(
            "a" + offset,
            customerId,
            "valuable-customer-at-risk",
            LifecycleAlert.Severity.LOW,
            NOON,
            NOON,
            "Has not bought for 42 days.",
            new Money(BigDecimal.TEN, "USD"),
            false);
    return record(offset, ALERTS.write(alert));
  }

  private static ConsumerRecord<String, byte[]> record(long offset, byte[] value) {
    return new ConsumerRecord<>(
        "lifecycle-alerts",
        0,
        offset,
        NOON.toEpochMilli(),
        TimestampType.CREATE_TIME,
        0,
        value.length,
        "key",
        value,
        new RecordHeaders(),
        Optional.empty());
  }
}
