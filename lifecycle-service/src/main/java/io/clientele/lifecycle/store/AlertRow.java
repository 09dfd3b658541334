package io.clientele.lifecycle.store;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.Money;
import io.clientele.lifecycle.StoredAlert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** A row of {@code lifecycle_alert}; only read through here, written by {@link AlertRepository}. */
@Entity
@Table(name = "lifecycle_alert")
class AlertRow {

  @Id String alertId;
  String customerId;
  String kind;

  @Enumerated(EnumType.STRING)
  LifecycleAlert.Severity severity;

  Instant raisedAt;
  Instant effectiveAt;
  String text;
  BigDecimal valueAmount;
  String valueCurrency;

  @Enumerated(EnumType.STRING)
  StoredAlert.Status status;

  long sequence;

  StoredAlert toAlert() {
    return new StoredAlert(
        new LifecycleAlert(
            alertId,
            customerId,
            kind,
            severity,
            raisedAt,
            effectiveAt,
            text,
            new Money(valueAmount, valueCurrency),
            status == StoredAlert.Status.WITHDRAWN),
        status,
        sequence);
  }
}
