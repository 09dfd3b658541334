package io.clientele.contract;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The circumstances of an event; whatever is unknown is null.
 *
 * @param campaign the campaign's name, as UTM gives it
 * @param acquisition what brought the customer here
 * @param device device type or model
 * @param browser user agent family
 * @param operatingSystem its name, without version
 * @param bot whether a crawler or another machine did it
 * @param country ISO 3166-1 alpha-2
 * @param region the part of the country: ISO 3166-2 such as {@code US-CA}, or as the shop names it
 * @param city as the shop names it
 * @param language BCP 47 tag
 * @param timezone IANA name
 * @param network the address it came from, cut to the network: /24 of IPv4, /48 of IPv6
 */
public record EventContext(
    String campaign,
    Acquisition acquisition,
    String device,
    String browser,
    String operatingSystem,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean bot,
    String country,
    String region,
    String city,
    String language,
    String timezone,
    String network) {

  /** Circumstances of which nothing is known. */
  public static final EventContext UNKNOWN =
      new EventContext(null, null, null, null, null, false, null, null, null, null, null, null);
}
