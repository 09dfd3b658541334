package io.clientele.lifecycle.store;

import io.clientele.contract.LifecycleAlert;
import io.clientele.lifecycle.Alerts;
import io.clientele.lifecycle.StoredAlert;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The alerts in PostgreSQL. */
@ApplicationScoped
public class AlertRepository implements PanacheRepositoryBase<AlertRow, String>, Alerts {

  /** Any number, the same for all instances: who holds this lock gives out sequences. */
  private static final long SEQUENCE_LOCK = 7_240_011L;

  private static final String LOCK = "select 1 from pg_advisory_xact_lock(:lock)";

  private static final String UPSERT =
      """
      insert into lifecycle_alert (alert_id, customer_id, kind, severity, raised_at, effective_at,
        text, value_amount, value_currency, status, sequence)
      values (:alertId, :customerId, :kind, :severity, :raisedAt, :effectiveAt,
        :text, :valueAmount, :valueCurrency, :status, nextval('lifecycle_alert_sequence'))
      on conflict (alert_id) do update
        set customer_id = excluded.customer_id, kind = excluded.kind, severity = excluded.severity,
          raised_at = excluded.raised_at, effective_at = excluded.effective_at,
          text = excluded.text, value_amount = excluded.value_amount,
          value_currency = excluded.value_currency, status = excluded.status,
          sequence = excluded.sequence
        where lifecycle_alert.raised_at < excluded.raised_at
          or lifecycle_alert.raised_at = excluded.raised_at
            and lifecycle_alert.status = 'OPEN' and excluded.status = 'WITHDRAWN'
      """;

  /**
   * Writes alerts in the order in which they were raised, all or none. A row follows the newest
   * raise of its id and its withdrawal; a repeated record is neither newer nor news and changes
   * nothing, and so cannot reopen what was withdrawn.
   *
   * <p>Sequences are given and committed under one lock: without it a transaction that took a
   * smaller one could commit later, and who had read the greater one would miss it.
   */
  @Transactional
  public void save(List<LifecycleAlert> alerts) {
    getEntityManager()
        .createNativeQuery(LOCK, Integer.class)
        .setParameter("lock", SEQUENCE_LOCK)
        .getSingleResult();
    alerts.forEach(this::upsert);
  }

  private void upsert(LifecycleAlert alert) {
    StoredAlert.Status status =
        alert.withdrawn() ? StoredAlert.Status.WITHDRAWN : StoredAlert.Status.OPEN;
    getEntityManager()
        .createNativeQuery(UPSERT)
        .setParameter("alertId", alert.alertId())
        .setParameter("customerId", alert.customerId())
        .setParameter("kind", alert.kind())
        .setParameter("severity", alert.severity().name())
        .setParameter("raisedAt", alert.raisedAt())
        .setParameter("effectiveAt", alert.effectiveAt())
        .setParameter("text", alert.text())
        .setParameter("valueAmount", alert.valueAtStake().amount())
        .setParameter("valueCurrency", alert.valueAtStake().currency())
        .setParameter("status", status.name())
        .executeUpdate();
  }

  @Override
  @Transactional
  public List<StoredAlert> list(Query query, int limit) {
    StringBuilder where = new StringBuilder("status = :status and sequence < :before");
    Map<String, Object> values = new HashMap<>();
    values.put("status", query.status());
    values.put("before", query.before());
    if (query.kind() != null) {
      where.append(" and kind = :kind");
      values.put("kind", query.kind());
    }
    if (query.severity() != null) {
      where.append(" and severity = :severity");
      values.put("severity", query.severity());
    }
    return find(where + " order by sequence desc", values).page(0, limit).stream()
        .map(AlertRow::toAlert)
        .toList();
  }

  @Override
  @Transactional
  public List<StoredAlert> after(long sequence, int limit) {
    return find("sequence > ?1 order by sequence", sequence).page(0, limit).stream()
        .map(AlertRow::toAlert)
        .toList();
  }

  @Override
  @Transactional
  public long position() {
    return getEntityManager()
        .createQuery("select coalesce(max(a.sequence), 0) from AlertRow a", Long.class)
        .getSingleResult();
  }
}
