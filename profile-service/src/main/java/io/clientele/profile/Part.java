package io.clientele.profile;

import io.clientele.contract.CustomerEvent;

/**
 * All that one id did: the product of the families, folded over the events that were written under
 * that id. A profile is the sum of its ids' parts.
 */
public record Part(
    ActivityCounts activity,
    ActiveDays activeDays,
    Visits visits,
    Orders orders,
    CategoryContacts interests,
    Traits traits,
    PersonalValues personal) {

  /** Of an id that did nothing yet. */
  public static final Part ZERO = new Part(null, null, null, null, null, null, null);

  public Part {
    activity = activity == null ? ActivityCounts.ZERO : activity;
    activeDays = activeDays == null ? ActiveDays.ZERO : activeDays;
    visits = visits == null ? Visits.ZERO : visits;
    orders = orders == null ? Orders.ZERO : orders;
    interests = interests == null ? CategoryContacts.ZERO : interests;
    traits = traits == null ? Traits.ZERO : traits;
    personal = personal == null ? PersonalValues.ZERO : personal;
  }

  /** With one more event, in any order; the same event twice counts twice. */
  public Part add(CustomerEvent event) {
    return new Part(
        activity.add(event),
        activeDays.add(event),
        visits.add(event),
        orders.add(event),
        interests.add(event),
        traits.add(event),
        personal.add(event));
  }

  /** The same as one fold over both sides' events. */
  public Part merge(Part other) {
    if (!seen() || !other.seen()) {
      return seen() ? this : other;
    }
    return new Part(
        activity.merge(other.activity),
        activeDays.merge(other.activeDays),
        visits.merge(other.visits),
        orders.merge(other.orders),
        interests.merge(other.interests),
        traits.merge(other.traits),
        personal.merge(other.personal));
  }

  /** Whether any event is in it. */
  boolean seen() {
    return activity.firstAt() != null;
  }
}
