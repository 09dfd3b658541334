package io.clientele.profile.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contract.Behaviour;
import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One event as the timeline shows it: what happened in short, never the customer's own words or
 * identifiers.
 *
 * @param at when it happened
 * @param eventId under which the event stands in {@code customer-events}
 * @param kind which kind of behaviour it was
 * @param type which event it was, such as {@code ProductViewed}
 * @param channel where the customer met the shop
 * @param source who sent it
 * @param identity the id that it came with
 * @param campaign what brought the customer, or null
 * @param details the few facts that tell this event from others of its type
 */
public record TimelineEntry(
    Instant at,
    String eventId,
    Behaviour kind,
    String type,
    Channel channel,
    String source,
    String identity,
    String campaign,
    Map<String, Object> details) {

  /** Newest first; of one moment by the bytes of their ids, as stores order them. */
  public static final Comparator<TimelineEntry> NEWEST_FIRST =
      Comparator.comparing(TimelineEntry::at)
          .thenComparing(entry -> entry.eventId().getBytes(UTF_8), Arrays::compareUnsigned)
          .reversed();

  public TimelineEntry {
    details =
        details == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /** What the timeline shows of an event. */
  public static TimelineEntry of(CustomerEvent event) {
    return new TimelineEntry(
        event.occurredAt(),
        event.eventId(),
        event.payload().behaviour(),
        event.payload().type(),
        event.channel(),
        event.source(),
        event.identity(),
        Details.shortened(event.context().campaign()),
        Details.of(event.payload()));
  }
}
