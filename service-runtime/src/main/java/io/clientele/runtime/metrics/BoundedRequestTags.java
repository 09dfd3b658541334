package io.clientele.runtime.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Counts requests under as many names as a service has, not as many as clients can think of: a
 * method that no path takes is {@code OTHER}, and what was turned away before its path was matched
 * to a template stands under {@code UNMATCHED}.
 */
public final class BoundedRequestTags implements MeterFilter {

  private static final String SERVER = "http.server.";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "UNKNOWN");

  /** For its method, or for a media type: of these the whole path would be told as it was sent. */
  private static final Set<String> UNMATCHED = Set.of("405", "406", "415");

  @Override
  public Meter.Id map(Meter.Id id) {
    if (!id.getName().startsWith(SERVER)) {
      return id;
    }
    List<Tag> changed = new ArrayList<>();
    String method = id.getTag("method");
    if (method != null && !METHODS.contains(method)) {
      changed.add(Tag.of("method", "OTHER"));
    }
    String status = id.getTag("status");
    if (id.getTag("uri") != null && status != null && UNMATCHED.contains(status)) {
      changed.add(Tag.of("uri", "UNMATCHED"));
    }
    return changed.isEmpty() ? id : id.withTags(changed);
  }
}
