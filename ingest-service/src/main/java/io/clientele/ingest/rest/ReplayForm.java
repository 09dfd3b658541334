package io.clientele.ingest.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.ingest.quarantine.RejectionFilter;
import io.clientele.ingest.quarantine.RejectionPosition;
import io.clientele.ingest.quarantine.ReplayOrder;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What operators write to have rejections replayed, and what it means. */
final class ReplayForm {

  private static final int USUAL_LIMIT = 1_000;
  private static final int MOST = 10_000;
  private static final int MOST_IDS = 1_000;
  private static final String IDS = "ids";

  private static final Set<String> FIELDS =
      new LinkedHashSet<>(
          List.of("reason", "source", "since", "until", "q", IDS, "limit", "cursor"));

  private ReplayForm() {}

  static ReplayOrder order(ObjectNode body) {
    Map<String, String> values = new LinkedHashMap<>();
    Set<String> wrong = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      JsonNode value = field.getValue();
      if (value.isTextual() || value.isIntegralNumber()) {
        values.put(field.getKey(), value.asText());
      } else if (!FIELDS.contains(field.getKey())) {
        values.put(field.getKey(), "");
      } else if (!value.isNull() && !field.getKey().equals(IDS)) {
        wrong.add(field.getKey());
      }
    }
    boolean idsAreNone = values.remove(IDS) != null;
    RejectedWish wish = new RejectedWish(values, FIELDS);
    wrong.forEach(field -> wish.fault(field, "must be a text or a number"));
    Set<String> ids = ids(body.path(IDS), wish, idsAreNone);
    RejectionFilter filter = wish.filter(false, ids);
    RejectionPosition cursor = wish.cursor();
    int limit = wish.limit(USUAL_LIMIT, MOST);
    wish.check();
    return new ReplayOrder(filter, cursor, limit);
  }

  /** A list that is empty names nothing, and must not come to mean everything. */
  private static Set<String> ids(JsonNode node, RejectedWish wish, boolean none) {
    Set<String> ids = new LinkedHashSet<>();
    if (node.isMissingNode() || node.isNull()) {
      return ids;
    }
    boolean valid = !none && node.isArray() && !node.isEmpty() && node.size() <= MOST_IDS;
    for (JsonNode id : node) {
      valid &= id.isTextual() && id.textValue().indexOf('\0') < 0;
      ids.add(id.asText());
    }
    if (!valid) {
      wish.fault(IDS, "must be a list of 1 to " + MOST_IDS + " ids of rejections");
    }
    return ids;
  }
}
