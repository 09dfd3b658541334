package io.clientele.ingest.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.clientele.contract.Payload;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.protocol.Content;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.protocol.Reply;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PixelProtocolTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Protocol pixel = new PixelProtocol();
  private final TestDesk desk = new TestDesk();

  @Test
  void dotsLeadIntoFields() {
    serve(
        track()
            .withParameter("event", "Cart Viewed")
            .withParameter("anonymousId", "d")
            .withParameter("properties.cart_id", "c")
            .withParameter("properties.products.0.product_id", "a")
            .withParameter("properties.products.0.price", "2.50")
            .withParameter("properties.products.1.product_id", "b")
            .withParameter("context.locale", "de-CH"));

    Payload.CartChanged cart = (Payload.CartChanged) desk.event().payload();
    assertThat(cart.cartId()).isEqualTo("c");
    assertThat(cart.products()).extracting(product -> product.id()).containsExactly("a", "b");
    assertThat(cart.products().get(0).price()).isEqualTo("2.50");
    assertThat(desk.event().context().language()).isEqualTo("de-CH");
  }

  @Test
  void pageIsNamed() {
    serve(
        request("page")
            .withParameter("anonymousId", "d")
            .withParameter("name", "Home")
            .withParameter("context.page.url", "https://shop.example/a?b=c"));

    assertThat(desk.event().payload()).isEqualTo(new Payload.PageViewed("Home", "/a"));
  }

  @Test
  void takenCallIsAnsweredByAnImageThatNoCacheKeeps() {
    Outcome outcome =
        serve(track().withParameter("event", "Mail Opened").withParameter("userId", "u"));

    Reply reply = pixel.reply(outcome).orElseThrow();
    assertThat(reply.mediaType()).isEqualTo("image/gif");
    assertThat(reply.body()).hasSize(43).startsWith("GIF89a".getBytes(UTF_8));
    assertThat(reply.isStorable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "properties.a, 1, missing-id, /userId",
    "anonymousId.x, d, missing-id, /userId",
    "properties, 1, invalid-value, /properties.product_id",
    "properties.products.1.sku, b, invalid-value, /properties.products.1.sku",
    "timestamp, yesterday, missing-id, /userId"
  })
  void refusedCallIsKeptAsItWasSent(String name, String value, String reason, String field) {
    Outcome outcome =
        serve(
            track()
                .withParameter("event", "Product Viewed")
                .withParameter(name, value)
                .withParameter("properties.product_id", "a"));

    assertThat(outcome).isInstanceOf(Outcome.NothingTaken.class);
    assertThat(pixel.reply(outcome)).isEmpty();
    RejectedEvent rejected = desk.log().rejected().get(0);
    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.field()).isEqualTo(field);
    assertThat(rejected.payload())
        .isEqualTo(
            "{\"event\":\"Product Viewed\",\"%s\":\"%s\",\"properties.product_id\":\"a\"}"
                .formatted(name, value));
  }

  @Test
  void browserIsToldByTheHeaderWhereTheCallDoesNot() {
    SentRequest call = track().withParameter("event", "x").withParameter("userId", "u");
    String bot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

    serve(call.withHeader("User-Agent", bot));

    assertThat(desk.event().context().bot()).isTrue();
  }

  @Test
  void userAgentOfTheCallCounts() {
    SentRequest call = track().withParameter("event", "x").withParameter("context.userAgent", "y");

    serve(call.withHeader("User-Agent", "z"));

    assertThat(desk.log().rejected().get(0).payload())
        .isEqualTo("{\"event\":\"x\",\"context.userAgent\":\"y\"}");
  }

  @Test
  void whatIsNoUtf8IsRefusedAndRefusedAgain() {
    assertThat(UndecodedParameters.of("event=%FF&a=%C3%A4+b&%FF=1&c"))
        .containsExactly(entry("event", "%FF"), entry("\uFFFD", "1"));
    serve(
        track()
            .withParameter("event", "\uFFFD")
            .withParameter("userId", "u")
            .withQuery("event=%FF"));

    RejectedEvent rejected = desk.log().rejected().get(0);
    assertThat(rejected.reason()).isEqualTo("malformed-encoding");
    assertThat(rejected.field()).isEqualTo("/event");
    assertThat(rejected.payload()).isEqualTo("{\"event\":\"%FF\",\"userId\":\"u\"}");
    Content again =
        pixel.reread(request("track"), rejected.payload().getBytes(UTF_8), rejected.around());
    assertThat(((Content.Read) again).calls().items().get(0).read().fault().pointer())
        .isEqualTo("/event");
  }

  @Test
  void namesOfManyStepsAreRefused() {
    serve(track().withParameter("userId", "u").withParameter("a" + ".a".repeat(1_000), "1"));

    assertThat(desk.log().rejected().get(0).reason()).isEqualTo("too-deep");
  }

  @Test
  void refusedCallIsReadAgainFromQuarantine() {
    serve(track().withParameter("event", "x").withParameter("properties.n", "1"));
    String payload = desk.log().rejected().get(0).payload();

    Content again =
        pixel.reread(
            request("track"),
            payload.replace("{\"event\"", "{\"userId\":\"u\",\"event\"").getBytes(UTF_8),
            null);

    assertThat(((Content.Read) again).calls().items().get(0).node())
        .hasToString("{\"userId\":\"u\",\"event\":\"x\",\"properties\":{\"n\":\"1\"}}");
  }

  private static SentRequest track() {
    return request("track");
  }

  private static SentRequest request(String call) {
    return SentRequest.get("/pixel/v1/" + call, NOW);
  }

  private Outcome serve(SentRequest request) {
    return desk.serve(pixel, request.withParameter("writeKey", TestDesk.KEY), "");
  }
}
