package io.clientele.ingest.call;

import io.clientele.contract.Payload.Custom;
import java.util.LinkedHashMap;
import java.util.Map;

/** Membership in a group, for which there is no payload of its own yet. */
final class GroupCalls {

  private GroupCalls() {}

  /** A custom event {@code group} with the group's id and traits. */
  static Translation translate(String groupId, Fields traits, Market market) {
    FreeForm form = FreeForm.of(traits, market.country());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("groupId", groupId);
    properties.put("traits", form.open());
    return new Translation(new Custom("group", properties), form.personal());
  }
}
