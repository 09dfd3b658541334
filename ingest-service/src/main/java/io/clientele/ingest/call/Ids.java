package io.clientele.ingest.call;

import io.clientele.contract.CustomerIds;
import io.clientele.ingest.CustomerReference;
import io.clientele.ingest.Reason;

/**
 * Who a call is about.
 *
 * @param userId as the shop knows the customer, or null
 * @param anonymousId the device, or null
 */
record Ids(String userId, String anonymousId) {

  /** The rule by which what names nobody is dropped. */
  private static final String NOBODY = "nobody";

  /** The ids of a call, of which there must be one. */
  static Ids of(Fields call) {
    String userId = known(call, "userId");
    String anonymousId = bounded(call, "anonymousId");
    if (userId == null && anonymousId == null) {
      throw new Refusal(
          Reason.MISSING_ID,
          call.pointer("userId"),
          "An event needs a 'userId' or an 'anonymousId' that names somebody.");
    }
    return new Ids(userId, anonymousId);
  }

  /** The customer that an alias leads to. */
  String requiredUserId(Fields call) {
    if (userId == null) {
      throw new Refusal(
          Reason.MISSING_ID, call.pointer("userId"), "An alias needs the 'userId' it leads to.");
    }
    return userId;
  }

  /** The customer or device that an alias leads from. */
  String previousId(Fields call) {
    String previousId = known(call, "previousId");
    if (previousId == null) {
      throw new Refusal(
          Reason.MISSING_PREVIOUS_ID,
          call.pointer("previousId"),
          "An alias needs the 'previousId' it leads from.");
    }
    if (previousId.equals(userId)) {
      throw new Refusal(Reason.SAME_ID, call.pointer("previousId"), "An id is no alias of itself.");
    }
    return previousId;
  }

  /** A known id, or null where the field names nobody. */
  static String known(Fields call, String name) {
    String id = bounded(call, name);
    if (id != null && CustomerIds.isAnonymous(id)) {
      throw new Refusal(
          Reason.RESERVED_ID,
          call.pointer(name),
          "'" + CustomerIds.ANONYMOUS_PREFIX + "' is reserved for devices.");
    }
    return id;
  }

  private static String bounded(Fields call, String name) {
    String id = call.id(name);
    String named = CustomerReference.named(id);
    if (named == null && id != null) {
      call.changes().note(NOBODY, call.pointer(name), id, null);
    }
    return named;
  }
}
