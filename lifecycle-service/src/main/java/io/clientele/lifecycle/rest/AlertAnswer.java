package io.clientele.lifecycle.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clientele.contract.LifecycleAlert;
import io.clientele.lifecycle.StoredAlert;

/**
 * An alert as it leaves: the alert's own fields, its status and its place in the stream.
 *
 * @param alert what is wrong
 * @param status what was done about it
 * @param sequence its place in the stream; grows with every change
 */
record AlertAnswer(@JsonUnwrapped LifecycleAlert alert, StoredAlert.Status status, long sequence) {

  static AlertAnswer of(StoredAlert stored) {
    return new AlertAnswer(stored.alert(), stored.status(), stored.sequence());
  }
}
