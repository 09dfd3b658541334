package io.clientele.contract.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * One stay on one device. It ends with 30 minutes without an event, or with an event that names
 * another campaign than the session's, which begins the next one. What a shop or its service desk
 * tells of the customer (traits, consents, refunds, cancellations, tickets) alone is no session.
 *
 * @param device the device's anonymous id; the customer's own id where the source names no device
 * @param from of the first event
 * @param to of the last event so far
 * @param events of any kind
 * @param pageViews pages and screens looked at, {@code PageViewed}
 * @param entryPage the first page, by its path, else its name; null where there was none. Where a
 *     session has no page view at all, the products looked at are its pages, as {@code product:}
 *     and the product's id
 * @param exitPage the last page
 * @param path the first 20 pages in order; a page that is loaded again at once is the same stop
 * @param dwellSeconds from the first page to the last event: whole seconds
 * @param bounce whether the customer looked at one page, or at one product where no page was sent,
 *     and did nothing else
 * @param campaign that the session began with; null where it began without one
 */
public record Session(
    String device,
    Instant from,
    Instant to,
    long events,
    long pageViews,
    String entryPage,
    String exitPage,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Stop> path,
    long dwellSeconds,
    boolean bounce,
    String campaign) {

  /**
   * A page on the path.
   *
   * @param page its path, else its name
   * @param dwellSeconds whole seconds until the next page, or until the session's last event
   */
  public record Stop(String page, long dwellSeconds) {}

  public Session {
    path = path == null ? List.of() : List.copyOf(path);
  }
}
