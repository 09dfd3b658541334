package io.clientele.contract.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * One stay on one device. It ends with 30 minutes without an event, or with an event that names
 * another campaign than the session's, which begins the next one.
 *
 * @param device the device's anonymous id; the customer's own id where the source names no device
 * @param from of the first event
 * @param to of the last event so far
 * @param events of any kind
 * @param pageViews pages and screens looked at, {@code PageViewed}
 * @param entryPage the first page, by its path, else its name; null where there was none
 * @param exitPage the last page
 * @param path the first 20 pages in order, a page once however often it was loaded in a row; each
 *     with the seconds until the next page, or until the session's last event
 * @param dwellSeconds of all pages, also of those beyond the path; whole seconds
 * @param bounce whether there was but one page view or one event
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
   * @param dwellSeconds whole seconds
   */
  public record Stop(String page, long dwellSeconds) {}

  public Session {
    path = path == null ? List.of() : List.copyOf(path);
  }
}
