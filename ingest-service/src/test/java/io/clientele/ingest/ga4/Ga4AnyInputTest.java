package io.clientele.ingest.ga4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.Receipt;
import io.clientele.ingest.call.Item;
import io.clientele.ingest.protocol.AnyJson;
import io.clientele.ingest.protocol.Content;
import io.clientele.ingest.protocol.Outcome;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class Ga4AnyInputTest {

  private static final List<String> TOP =
      List.of(
          "client_id",
          "user_id",
          "timestamp_micros",
          "user_properties",
          "consent",
          "user_location",
          "device",
          "user_agent",
          "received_at",
          "events");

  private static final List<String> NAMES =
      List.of(
          "purchase",
          "refund",
          "view_item",
          "add_to_cart",
          "add_to_wishlist",
          "view_promotion",
          "page_view",
          "screen_view",
          "search",
          "share",
          "x",
          "consent changed");

  private static final List<String> PARAMS =
      List.of(
          "transaction_id",
          "value",
          "currency",
          "items",
          "item_id",
          "item_name",
          "price",
          "quantity",
          "session_id",
          "page_location",
          "search_term",
          "consents");

  @Provide
  Arbitrary<String> bodies() {
    return AnyJson.objects(TOP);
  }

  @Provide
  Arbitrary<String> events() {
    return Combinators.combine(Arbitraries.of(NAMES), AnyJson.objects(PARAMS), AnyJson.values())
        .as(
            (name, params, time) ->
                "{\"name\":\"%s\",\"params\":%s,\"timestamp_micros\":%s}"
                    .formatted(name, params, time));
  }

  @Property(tries = 300)
  void anyValueAnywhereInARequestIsTakenOrExplained(@ForAll("bodies") String body) {
    Ga4 shop = new Ga4();

    Outcome outcome = shop.collect(body);

    if (outcome instanceof Outcome.Unreadable unread) {
      assertThat(unread.kept()).isTrue();
      assertThat(shop.desk.events()).isEmpty();
      assertThat(shop.rejected())
          .extracting(RejectedEvent::reason, RejectedEvent::payload)
          .containsExactly(unread.fault().reason().code(), body);
    } else {
      Receipt receipt =
          outcome instanceof Outcome.NothingTaken nothing
              ? nothing.receipt()
              : ((Outcome.Taken) outcome).receipt();
      assertThat(shop.desk.events()).hasSize(receipt.accepted());
      assertThat(shop.desk.log().rejected())
          .extracting(RejectedEvent::reason)
          .containsExactlyElementsOf(
              receipt.rejected().stream().map(Receipt.Rejection::reason).toList());
      // What is said beside the events is kept by itself, in an object of its own.
      assertThat(shop.desk.log().rejected())
          .allSatisfy(
              kept -> assertThat(written(body)).contains(written(unwrapped(kept.payload()))));
    }
    assertThat(shop.debug(body)).startsWith("{\"validationMessages\":[");
  }

  /** An object of its own is written anew: {@code 1e-999} is 1E-999 there, and 1e999 1E+999. */
  private static String written(String json) {
    return json.replaceAll("(\\d)[eE]\\+?(-?\\d)", "$1E$2");
  }

  private static String unwrapped(String payload) {
    String aside = payload.replaceFirst("^\\{(?=\"(user_properties|consent)\":)", "");
    return aside.equals(payload) ? payload : aside.substring(0, aside.length() - 1);
  }

  @Property(tries = 500)
  void anyValueAnywhereInAnEventIsTakenOrKeptAsItWasAndCanBeReadAgain(
      @ForAll("events") String event) {
    Ga4 shop = new Ga4();

    Outcome outcome = shop.collect("{\"client_id\":\"c\",\"events\":[" + event + "]}");

    if (outcome instanceof Outcome.NothingTaken nothing) {
      Receipt.Rejection why = nothing.receipt().rejected().get(0);
      assertThat(shop.rejected().payload()).isEqualTo(event);
      Content again =
          shop.protocol.reread(
              Ga4.request("/mp/collect", Ga4.NOW), event.getBytes(UTF_8), shop.rejected().around());
      List<Item> items = ((Content.Read) again).calls().items();
      assertThat(items).extracting(Item::text).containsExactly(event);
      if (why.messageId() != null) {
        assertThat(items.get(0).node().path("messageId").asText()).isEqualTo(why.messageId());
      }
    } else {
      assertThat(shop.desk.events()).hasSize(1);
    }
  }
}
