package io.clientele.ingest.call;

import io.clientele.ingest.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a merge says: two known ids are one customer.
 *
 * @param userId one of them
 * @param previousId the other, which counts as the older one where neither was linked before
 */
record Merge(String userId, String previousId) {

  private static final String PROPERTIES = "mergeProperties";

  /** Kinds of identifiers that events name customers by, in small letters without divisions. */
  private static final Set<String> KNOWN_TYPES = Set.of("userid", "customerid", "externalid");

  /** The merge of a call, in our form or in RudderStack's. */
  static Merge of(Fields call) {
    Merge merge = call.has(PROPERTIES) ? ofProperties(call) : ofIds(call);
    if (merge.userId().equals(merge.previousId())) {
      throw new Refusal(
          Reason.SAME_ID,
          call.pointer(call.has(PROPERTIES) ? PROPERTIES : "previousId"),
          "An id cannot be merged with itself.");
    }
    return merge;
  }

  private static Merge ofIds(Fields call) {
    return new Merge(
        required(call, "userId", Reason.MISSING_ID),
        required(call, "previousId", Reason.MISSING_PREVIOUS_ID));
  }

  private static Merge ofProperties(Fields call) {
    List<Fields> identifiers = call.objects(PROPERTIES);
    if (identifiers.size() != 2) {
      throw new Refusal(
          Reason.INVALID_VALUE,
          call.pointer(PROPERTIES),
          "'mergeProperties' must be an array of exactly two identifiers.");
    }
    identifiers.forEach(Merge::checkType);
    return new Merge(
        required(identifiers.get(1), "value", Reason.MISSING_ID),
        required(identifiers.get(0), "value", Reason.MISSING_PREVIOUS_ID));
  }

  private static void checkType(Fields identifier) {
    String type = identifier.text("type");
    if (type == null
        || !KNOWN_TYPES.contains(type.toLowerCase(Locale.ROOT).replace("_", "").replace("-", ""))) {
      throw new Refusal(
          Reason.INVALID_VALUE,
          identifier.pointer("type"),
          "Only userId, customer_id and external_id name customers. An email address or the like"
              + " does not: find the userId of its customer and send that.");
    }
  }

  private static String required(Fields fields, String name, Reason reason) {
    String id = Ids.known(fields, name);
    if (id == null) {
      throw new Refusal(
          reason, fields.pointer(name), "A merge needs the two known ids that it makes one.");
    }
    return id;
  }
}
