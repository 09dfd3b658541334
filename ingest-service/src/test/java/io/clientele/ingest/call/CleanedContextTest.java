package io.clientele.ingest.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Acquisition;
import io.clientele.contract.Change;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a customer came from is told, and no address of a machine or a page is kept whole. */
final class CleanedContextTest extends WithDesk {

  @Test
  void blankAddressIsNoChange() {
    CustomerEvent event =
        call("page", "{\"userId\":\"u\",\"context\":{\"page\":{\"referrer\":\"\"}}}");

    assertThat(event.cleaned()).isEmpty();
  }

  @Test
  void contextIsMadeCanonicalAndItsAddressCut() {
    CustomerEvent event =
        call(
            "page",
            "{\"userId\":\"u\",\"context\":{\"locale\":\"en_gb\",\"ip\":\"203.0.113.77\","
                + "\"location\":{\"country\":\"United Kingdom\"}}}");

    assertThat(event.context().language()).isEqualTo("en-GB");
    assertThat(event.context().country()).isEqualTo("GB");
    assertThat(event.context().network()).isEqualTo("203.0.113.0");
    assertThat(event.cleaned())
        .contains(
            new Change("/context/locale", "en_gb", "en-GB", "language"),
            new Change("/context/location/country", "United Kingdom", "GB", "country"),
            new Change("/context/ip", null, "203.0.113.0", "address"));
    assertThat(desk.log().received().toString()).doesNotContain("203.0.113.77");
  }

  @Test
  void noAddressIsKeptWholeWhateverItIsCalled() {
    call(
        "identify",
        "{\"userId\":\"u\",\"context\":{\"ip\":\" 203.0.113.77\"},\"traits\":"
            + "{\"ip\":\"203.0.113.77 \",\"client_ip\":\"203.0.113.77:443\","
            + "\"lastLoginIp\":\"203.0.113.77\",\"user_ip_address\":[\"203.0.113.77\"],"
            + "\"zip_code\":\"10115\",\"membership\":\"gold\"}}");

    Map<String, Object> traits = new HashMap<>();
    traits.put("ip", "203.0.113.0");
    traits.put("client_ip", null);
    traits.put("lastLoginIp", "203.0.113.0");
    traits.put("user_ip_address", List.of("203.0.113.0"));
    traits.put("membership", "gold");
    assertThat(desk.events().get(0).payload()).isEqualTo(new Payload.TraitsChanged(traits));
    assertThat(desk.events().toString()).doesNotContain("203.0.113.77");
    assertThat(desk.events().get(0).cleaned())
        .contains(
            new Change("/traits/ip", null, "203.0.113.0", "address"),
            new Change("/traits/client_ip", "[address]", null, "address"));
  }

  @Test
  void addressOfTheConnectionIsUsedOnlyWhereTheCallSaysSo() {
    assertThat(call("page", "{\"userId\":\"u\"}").context().network()).isNull();
    desk.serve(segment, request("page"), "{\"userId\":\"v\",\"context\":{\"direct\":true}}");

    assertThat(desk.events().get(1).context().network()).isEqualTo("198.51.100.0");
  }

  @Test
  void pageSaysWhatBroughtItsVisitor() {
    CustomerEvent event =
        call(
            "page",
            "{\"userId\":\"u\",\"properties\":{\"url\":\"https://shop.example/mug\","
                + "\"referrer\":\"https://www.google.com/\"}}");

    assertThat(event.context().acquisition())
        .isEqualTo(new Acquisition("organic-search", "google", "organic", "google.com"));
    assertThat(event.payload()).isEqualTo(new Payload.PageViewed(null, "/mug"));
  }

  @Test
  void ofAddressesOfPagesOnlyPathsAreWrittenDown() {
    CustomerEvent event =
        call(
            "page",
            "{\"userId\":\"u\",\"properties\":{\"url\":\" https://shop.example/mug?mail=ada@b.example\","
                + "\"referrer\":\"https://b.example/ada?"
                + "q".repeat(3_000)
                + "\"}}");

    assertThat(event.payload()).isEqualTo(new Payload.PageViewed(null, "/mug"));
    assertThat(event.cleaned())
        .containsExactlyInAnyOrder(
            new Change("/properties/url", " https://shop.example/mug", "/mug", "text"),
            new Change("/properties/referrer", "/ada", null, "too-long"));
  }

  @Test
  void userAgentTellsBrowserAndDevice() {
    CustomerEvent event =
        call("page", "{\"userId\":\"u\",\"context\":{\"userAgent\":\"Firefox\"}}");

    assertThat(event.context().device()).isEqualTo("desktop");
    assertThat(event.context().browser()).isEqualTo("Firefox");
    assertThat(event.isBot()).isFalse();
    assertThat(event.cleaned()).isEmpty();
  }

  @Test
  void crawlerIsMarked() {
    CustomerEvent event =
        call("page", "{\"userId\":\"u\",\"context\":{\"userAgent\":\"Googlebot/2.1\"}}");

    assertThat(event.isBot()).isTrue();
    assertThat(event.cleaned())
        .containsExactly(new Change("/context/userAgent", "Googlebot/2.1", "bot", "user-agent"));
  }
}
