package io.clientele.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Acquisition;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class TrafficSourceTest {

  private static final String SHOP = "https://www.shop.example/p/1";

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "google, cpc, -, paid-search",
        "Google, CPC, Sale, paid-search",
        "bing, cpm, -, paid-search",
        "facebook, cpc, -, paid-social",
        "fb, paid_social, -, paid-social",
        "ig, paid, -, paid-social",
        "youtube, cpv, -, paid-video",
        "youtube, cpc, -, paid-video",
        "google, cpc, summer shopping, paid-shopping",
        "idealo, cpc, -, paid-shopping",
        "criteo, retargeting, -, paid-other",
        "partner, cpc, -, paid-other",
        "news.example, display, -, display",
        "news.example, cpm, -, display",
        "google, banner, -, display",
        "x, y, my-eshop, organic-shopping",
        "x, y, workshop, other",
        "facebook, -, -, organic-social",
        "newsletter, social, -, organic-social",
        "google, organic, -, organic-search",
        "seek.example, organic, -, organic-search",
        "newsletter, email, -, email",
        "Newsletter, E-Mail, -, email",
        "email, -, -, email",
        "blog.example, referral, -, referral",
        "partner, affiliate, -, affiliates",
        "-, affiliates, -, affiliates",
        "podcast, audio, -, audio",
        "sms, -, -, sms",
        "x, sms, -, sms",
        "app, push, -, push",
        "google, cpc, Cross-network, cross-network",
        "(direct), (none), -, direct",
        "flyer, print, -, other",
        "-, print, -, other",
      })
  void campaignDecidesByGooglesDefinition(
      String source, String medium, String campaign, String channel) {
    assertThat(TrafficSource.of(new Landing(source, medium, campaign, SHOP, null)))
        .get()
        .extracting(Acquisition::channel)
        .isEqualTo(channel);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.google.com/, organic-search, google",
    "https://www.google.co.uk/search?q=x, organic-search, google",
    "https://google.de, organic-search, google",
    "android-app://com.google.android.googlequicksearchbox/, organic-search, google",
    "https://uk.search.yahoo.com/, organic-search, yahoo",
    "https://yandex.com.tr/, organic-search, yandex",
    "https://duckduckgo.com/, organic-search, duckduckgo",
    "https://l.facebook.com/l.php?u=x, organic-social, facebook",
    "https://t.co/abc, organic-social, twitter",
    "HTTPS://WWW.PINTEREST.CO.UK:443/, organic-social, pinterest",
    "https://m.youtube.com/watch?v=1, organic-video, youtube",
    "https://mail.google.com/mail/u/0, email, gmail",
    "android-app://com.google.android.gm, email, gmail",
    "https://shopping.google.com/, organic-shopping, google-shopping",
    "https://www.amazon.co.jp/, organic-shopping, amazon",
    "https://blog.example/a|b c, referral, blog.example",
    "https://google.evil.example/, referral, google.evil.example",
    "https://notfacebook.com/, referral, notfacebook.com",
    "https://google.com@evil.example/, referral, evil.example",
  })
  void referrerDecidesWithoutCampaign(String referrer, String channel, String source) {
    assertThat(TrafficSource.of(new Landing(null, null, null, SHOP, referrer)))
        .get()
        .satisfies(
            found -> {
              assertThat(found.channel()).isEqualTo(channel);
              assertThat(found.source()).isEqualTo(source);
              assertThat(found.referrer()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "gclid=abc, paid-search, google",
    "a=b&MSCLKID=abc#x, paid-search, bing",
    "dclid=1, display, google",
    "fbclid=1, organic-social, facebook",
    "ttclid=1, paid-social, tiktok",
    "fbclid=1&gclid=1, paid-search, google",
    "srsltid=1, organic-shopping, google-shopping",
    "awc=1, affiliates, awin",
    "mc_eid=1, email, mailchimp",
    "utm_source=fb&utm_medium=paid&gclid=1, paid-social, facebook",
    "utm_source=google&gclid=1, paid-search, google",
    "utm_source=%46B&utm_medium=%zz, organic-social, facebook",
    "utm_medium=email&utm_source=spring%20mail, email, spring mail",
  })
  void queryOfThePageTells(String query, String channel, String source) {
    Landing landing = new Landing(null, null, null, SHOP + "?" + query, "https://www.google.com/");
    assertThat(TrafficSource.of(landing))
        .get()
        .satisfies(
            found -> {
              assertThat(found.channel()).isEqualTo(channel);
              assertThat(found.source()).isEqualTo(source);
            });
  }

  @Test
  void withoutAnyTraceAVisitIsDirect() {
    assertThat(TrafficSource.of(new Landing(null, " ", "", SHOP, null)))
        .contains(new Acquisition("direct", null, null, null));
    assertThat(TrafficSource.of(new Landing(null, null, null, SHOP, "about:blank")))
        .contains(new Acquisition("direct", null, null, null));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.shop.example/p/1, https://shop.example/",
    "https://shop.example/, http://WWW.SHOP.EXAMPLE:8080/a",
    "https://checkout.shop.example/, https://www.shop.example/",
    "https://shop.example/, https://checkout.shop.example/",
  })
  void whoMovesWithinTheShopHasNotArrived(String page, String referrer) {
    assertThat(TrafficSource.of(new Landing(null, null, null, page, referrer))).isEmpty();
  }

  @Test
  void serversEventWithoutPageTellsNothing() {
    assertThat(TrafficSource.of(new Landing(null, null, null, null, null))).isEmpty();
  }

  @Property
  void anythingIsSurvived(
      @ForAll("naughty") String one,
      @ForAll("naughty") String two,
      @ForAll("naughty") String three) {
    Landing landing = new Landing(one, two, three, "https://" + two + "?" + one, "http://" + three);
    assertThat(TrafficSource.of(landing)).isEqualTo(TrafficSource.of(landing));
  }

  @ParameterizedTest
  @MethodSource("io.clientele.ingest.clean.NaughtyTexts#longs")
  void millionCharactersAreNoWorse(String text) {
    assertThat(TrafficSource.of(new Landing(text, text, text, SHOP + "?" + text, "http://" + text)))
        .isPresent();
  }

  @Provide
  Arbitrary<String> naughty() {
    return NaughtyTexts.any();
  }
}
