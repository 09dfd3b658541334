package io.clientele.ingest.clean;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Google Analytics' default channel groups for manually tagged traffic, in the order of their
 * definition (support.google.com/analytics/answer/9756891).
 */
final class ChannelGroup {

  static final String DIRECT = "direct";

  private static final Set<String> AUCTIONS = Set.of("search", "social", "video");

  private static final Set<String> DISPLAY =
      Set.of("display", "banner", "expandable", "interstitial", "cpm");

  private static final Set<String> SOCIAL =
      Set.of("social", "social-network", "social-media", "sm", "social network", "social media");

  private static final Set<String> EMAIL = Set.of("email", "e-mail", "e_mail", "e mail");

  private static final Set<String> REFERRAL = Set.of("referral", "app", "link");

  private static final Set<String> NO_MEDIUM = Set.of("", "(none)", "(not set)");

  /** Google's own expression; shop may follow an e, as in eshop, and no other letter. */
  private static final Pattern SHOPPING = Pattern.compile("(?:^|[^a-df-z])shop|shopping");

  private ChannelGroup() {}

  /**
   * The group of a visit.
   *
   * @param kind of the site that the source is, or nothing
   * @param source in lower case, or nothing, as are medium and campaign
   */
  static String of(String kind, String source, String medium, String campaign) {
    boolean shopping = kind.equals("shopping") || SHOPPING.matcher(campaign).find();
    if (isDirect(source) && NO_MEDIUM.contains(medium)) {
      return DIRECT;
    }
    if (campaign.contains("cross-network")) {
      return "cross-network";
    }
    if (isPaid(medium) && shopping) {
      return "paid-shopping";
    }
    if (isPaid(medium) && AUCTIONS.contains(kind)) {
      return "paid-" + kind;
    }
    if (DISPLAY.contains(medium)) {
      return "display";
    }
    if (isPaid(medium)) {
      return "paid-other";
    }
    return shopping ? "organic-shopping" : free(kind, source, medium);
  }

  private static boolean isDirect(String source) {
    return source.isEmpty() || source.equals("(direct)") || source.equals("direct");
  }

  private static boolean isPaid(String medium) {
    return medium.contains("cp")
        || medium.equals("ppc")
        || medium.equals("retargeting")
        || medium.startsWith("paid");
  }

  private static String free(String kind, String source, String medium) {
    if (kind.equals("social") || SOCIAL.contains(medium)) {
      return "organic-social";
    }
    if (kind.equals("video") || medium.contains("video")) {
      return "organic-video";
    }
    if (kind.equals("search") || medium.equals("organic")) {
      return "organic-search";
    }
    if (kind.equals("email") || EMAIL.contains(source) || EMAIL.contains(medium)) {
      return "email";
    }
    return byMedium(source, medium);
  }

  private static String byMedium(String source, String medium) {
    if (REFERRAL.contains(medium)) {
      return "referral";
    }
    if (medium.equals("affiliate") || medium.equals("affiliates")) {
      return "affiliates";
    }
    if (medium.equals("audio")) {
      return "audio";
    }
    if (source.equals("sms") || medium.equals("sms")) {
      return "sms";
    }
    boolean push = medium.endsWith("push") || source.equals("firebase");
    return push || medium.contains("mobile") || medium.contains("notification") ? "push" : "other";
  }
}
