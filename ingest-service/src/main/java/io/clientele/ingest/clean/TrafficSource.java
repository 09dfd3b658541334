package io.clientele.ingest.clean;

import io.clientele.contract.Acquisition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells how a visitor came to the shop. The channels are direct, organic-search, paid-search,
 * organic-social, paid-social, email, display, affiliates, referral, organic-video, paid-video,
 * organic-shopping, paid-shopping, paid-other, audio, sms, push, cross-network and other; the
 * source is a well-known site's name, else the campaign's source or the referrer's host.
 */
public final class TrafficSource {

  /** Parameters and the source and medium that they stand for, the surest first. */
  private static final List<List<String>> CLICK_IDS =
      Lines.of("click-ids.txt").stream().map(line -> List.of(line.split(" ", -1))).toList();

  /**
   * Where a landing came from: by what the campaign says, else by a click id, else by the referrer;
   * direct if there is none of them. Empty if nobody arrived: the visitor came from a page of the
   * same site, or nothing is known of any page.
   */
  public static Optional<Acquisition> of(Landing landing) {
    String own = Host.of(landing.page()).orElse(null);
    String before = Host.of(landing.referrer()).orElse(null);
    boolean inside = own != null && before != null && Host.sameSite(own, before);
    String referrer = inside ? null : before;
    if (landing.source() != null || landing.medium() != null) {
      return Optional.of(byCampaign(landing, referrer));
    }
    Map<String, String> query = landing.query();
    for (List<String> clickId : CLICK_IDS) {
      if (query.containsKey(clickId.get(0))) {
        return Optional.of(
            counted(clickId.get(1), clickId.get(2), orNothing(landing.campaign()), referrer));
      }
    }
    if (referrer != null) {
      return Optional.of(byReferrer(referrer));
    }
    return inside || own == null
        ? Optional.empty()
        : Optional.of(new Acquisition(ChannelGroup.DIRECT, null, null, null));
  }

  private static Acquisition byCampaign(Landing landing, String referrer) {
    String source = landing.source() == null ? orNothing(referrer) : landing.source();
    Map<String, String> query = landing.query();
    String medium = landing.medium();
    for (List<String> clickId : CLICK_IDS) {
      if (medium == null && query.containsKey(clickId.get(0))) {
        medium = clickId.get(2);
      }
    }
    return counted(source, orNothing(medium), orNothing(landing.campaign()), referrer);
  }

  private static Acquisition byReferrer(String referrer) {
    String medium =
        switch (Sites.of(referrer).map(Sites.Site::kind).orElse("")) {
          case "search" -> "organic";
          case "social" -> "social";
          case "email" -> "email";
          default -> "referral";
        };
    return counted(referrer, medium, "", referrer);
  }

  private static Acquisition counted(
      String source, String medium, String campaign, String referrer) {
    Optional<Sites.Site> site = Sites.of(source);
    String kind = site.map(Sites.Site::kind).orElse("");
    String name = site.map(Sites.Site::name).orElse(source);
    return new Acquisition(
        ChannelGroup.of(kind, name, medium, campaign),
        name.isEmpty() ? null : name,
        medium.isEmpty() ? null : medium,
        referrer);
  }

  private static String orNothing(String text) {
    return text == null ? "" : text;
  }
}
