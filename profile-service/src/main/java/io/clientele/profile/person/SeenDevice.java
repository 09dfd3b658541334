package io.clientele.profile.person;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.EventContext;
import io.clientele.profile.fold.Stamp;
import java.time.Instant;

/**
 * What events told of one device; each value is null while none named it.
 *
 * @param first when the earliest event on it occurred
 * @param last when the latest event on it occurred
 */
record SeenDevice(
    Instant first, Instant last, NewestName type, NewestName browser, NewestName operatingSystem) {

  static SeenDevice in(CustomerEvent event) {
    EventContext context = event.context();
    Stamp stamp = Stamp.of(event);
    return new SeenDevice(
        event.occurredAt(),
        event.occurredAt(),
        NewestName.of(Names.kept(context.device()), stamp),
        NewestName.of(Names.kept(context.browser()), stamp),
        NewestName.of(Names.kept(context.operatingSystem()), stamp));
  }

  SeenDevice merge(SeenDevice other) {
    return new SeenDevice(
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        NewestName.newer(type, other.type),
        NewestName.newer(browser, other.browser),
        NewestName.newer(operatingSystem, other.operatingSystem));
  }
}
