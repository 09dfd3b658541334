package io.clientele.lifecycle;

import io.clientele.contract.LifecycleAlert;
import java.util.List;

/** The alerts of all instances, kept where operations can work with them. */
public interface Alerts {

  /**
   * Which alerts to list.
   *
   * @param status one status
   * @param kind one kind, or null for all
   * @param severity one severity, or null for all
   * @param before only with a smaller sequence
   */
  record Query(
      StoredAlert.Status status, String kind, LifecycleAlert.Severity severity, long before) {}

  /** Alerts that match, the newest change first. */
  List<StoredAlert> list(Query query, int limit);

  /** Alerts with a greater sequence, the smallest first. */
  List<StoredAlert> after(long sequence, int limit);

  /** The greatest sequence given so far, or 0. */
  long position();
}
