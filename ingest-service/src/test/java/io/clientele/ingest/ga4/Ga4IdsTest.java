package io.clientele.ingest.ga4;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event has the same id whenever it is sent again, and no other event has it. */
final class Ga4IdsTest {

  private static final Instant LATER = Ga4.NOW.plusSeconds(60);

  private final Ga4 shop = new Ga4();

  @Test
  void requestThatIsSentAgainHasTheSameIds() {
    String body =
        Ga4.body("{\"name\":\"x\"},{\"name\":\"y\"},{\"name\":\"x\"}")
            .replace("\"events\"", "\"user_properties\":{\"a\":{\"value\":1}},\"events\"");
    shop.collect(body);
    shop.collect(body, LATER);

    List<String> ids = shop.eventIds();
    assertThat(ids.subList(4, 8)).isEqualTo(ids.subList(0, 4));
    assertThat(ids.subList(0, 4)).doesNotHaveDuplicates();
  }

  @Test
  void orderOfFieldsDoesNotMatter() {
    shop.collect(Ga4.body(Ga4.event("x", "{\"a\":{\"b\":1,\"c\":2},\"d\":3}")));
    shop.collect(Ga4.body(Ga4.event("x", "{\"d\":3,\"a\":{\"c\":2,\"b\":1}}")));

    assertThat(shop.eventIds().get(0)).isEqualTo(shop.eventIds().get(1));
  }

  @Test
  void otherClientTimeNameOrParamsAreAnotherEvent() {
    String body = Ga4.body(Ga4.event("x", "{\"a\":1}"));
    shop.collect(body);
    shop.collect(body.replace("7.9", "7.8"));
    shop.collect(body.replace("\"client_id\"", "\"user_id\":\"u\",\"client_id\""));
    shop.collect(body.replace("6390", "6391"));
    shop.collect(body.replace("\"x\"", "\"y\""));
    shop.collect(body.replace("\"a\":1", "\"a\":\"1\""));

    assertThat(shop.eventIds()).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void withoutATimeOnlyATransactionIsKnownAgain() {
    String purchase =
        "{\"client_id\":\"c\",\"events\":["
            + Ga4.event("purchase", "{\"transaction_id\":\"t\",\"value\":1}")
            + "]}";
    String click = "{\"client_id\":\"c\",\"events\":[{\"name\":\"click\"}]}";
    shop.collect(purchase);
    shop.collect(purchase, LATER);
    shop.collect(click);
    shop.collect(click, LATER);

    List<String> ids = shop.eventIds();
    assertThat(ids.get(1)).isEqualTo(ids.get(0));
    assertThat(ids.get(3)).isNotEqualTo(ids.get(2));
  }
}
