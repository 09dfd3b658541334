package io.clientele.lifecycle.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page of alerts, the newest first.
 *
 * @param alerts no more than were asked for
 * @param next the cursor of the page after this, or null at the end
 * @param position from where a stream goes on without missing or repeating anything listed first
 */
record AlertPage(
    List<AlertAnswer> alerts, @JsonInclude(JsonInclude.Include.ALWAYS) String next, long position) {

  AlertPage {
    alerts = List.copyOf(alerts);
  }
}
