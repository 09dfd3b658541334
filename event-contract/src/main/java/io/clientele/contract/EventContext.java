package io.clientele.contract;

/**
 * The circumstances of an event; whatever is unknown is null.
 *
 * @param campaign the campaign's name, as UTM gives it
 * @param device device type or model
 * @param browser user agent family
 * @param country ISO 3166-1 alpha-2
 * @param city as the shop names it
 * @param language BCP 47 tag
 */
public record EventContext(
    String campaign, String device, String browser, String country, String city, String language) {

  /** Circumstances of which nothing is known. */
  public static final EventContext UNKNOWN = new EventContext(null, null, null, null, null, null);
}
