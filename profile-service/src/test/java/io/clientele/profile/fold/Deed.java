package io.clientele.profile.fold;

import io.clientele.contract.Acquisition;
import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.EventContext;
import io.clientele.contract.Payload;
import io.clientele.profile.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What an event of a test tells; what it leaves out is null.
 *
 * @param minute after {@link #NOON} at which it occurs
 * @param lateMinutes from then until it is received; may be below zero
 */
public record Deed(
    long minute,
    long lateMinutes,
    String device,
    Channel channel,
    EventContext context,
    Map<String, Object> personal,
    Payload payload) {

  public static final Instant NOON = Events.NOON;

  /** Something on the web. */
  public static Deed of(long minute, Payload payload) {
    return new Deed(minute, 0, null, Channel.WEB, null, null, payload);
  }

  /** Somebody looks at a page. */
  public static Deed of(long minute) {
    return of(minute, new Payload.PageViewed(null, "/"));
  }

  public Deed on(String anonymousId) {
    return new Deed(minute, lateMinutes, anonymousId, channel, context, personal, payload);
  }

  public Deed in(EventContext circumstances) {
    return new Deed(minute, lateMinutes, device, channel, circumstances, personal, payload);
  }

  public Deed by(Channel way) {
    return new Deed(minute, lateMinutes, device, way, context, personal, payload);
  }

  public Deed late(long minutes) {
    return new Deed(minute, minutes, device, channel, context, personal, payload);
  }

  public Deed personal(Map<String, Object> values) {
    return new Deed(minute, lateMinutes, device, channel, context, values, payload);
  }

  /** Circumstances of which a place is known. */
  public static EventContext place(String country, String region, String city) {
    return new EventContext(
        null, null, null, null, null, false, country, region, city, null, null, null);
  }

  /** Circumstances of which the device is known. */
  public static EventContext device(String type, String browser, String operatingSystem) {
    return new EventContext(
        null, null, type, browser, operatingSystem, false, null, null, null, null, null, null);
  }

  /** Circumstances of which it is known what brought the customer. */
  public static EventContext brought(String campaign, Acquisition acquisition) {
    return new EventContext(
        campaign, acquisition, null, null, null, false, null, null, null, null, null, null);
  }

  /** As an event with an id that is made of a number. */
  public CustomerEvent event(int number) {
    Instant at = at(minute);
    return new CustomerEvent(
        Events.id(number),
        "ada",
        "ada",
        device,
        at,
        at(minute + lateMinutes),
        "shop",
        channel,
        null,
        context,
        personal,
        null,
        payload);
  }

  /** Events with an id each. */
  public static List<CustomerEvent> events(List<Deed> deeds) {
    return IntStream.range(0, deeds.size()).mapToObj(i -> deeds.get(i).event(i)).toList();
  }

  /** So many minutes after {@link #NOON}. */
  public static Instant at(long minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }
}
