package io.clientele.ingest.ga4;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Change;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import org.junit.jupiter.api.Test;

/** What cleaning changes is named by its place in Google's body. */
final class Ga4CleaningTest {

  private final Ga4 shop = new Ga4();

  @Test
  void changesOfWhatStandsInTheRequestAndInAnEventStandOnTheEvent() {
    shop.taken(
        """
        {"client_id":" 7.9","user_id":"guest","user_agent":"Firefox ",
         "user_location":{"country_id":"Germany","city":" "},"device":{"model":" Pixel","browser":"Brave"},
         "events":[{"name":"page_view","params":{"page_location":"https://shop.example/a ",
          "campaign":"spring ","session_id":" 17\\n","page_title":"Home"}}]}""");

    CustomerEvent event = shop.desk.event();
    assertThat(event.identity()).isEqualTo("anonymous:7.9");
    assertThat(event.sessionId()).isEqualTo("7.9.17");
    assertThat(event.context().browser()).isEqualTo("Brave");
    assertThat(event.payload()).isEqualTo(new Payload.PageViewed(null, "/a"));
    assertThat(event.cleaned())
        .containsExactlyInAnyOrder(
            new Change("/client_id", " 7.9", "7.9", "text"),
            new Change("/user_id", "guest", null, "nobody"),
            new Change("/user_agent", "Firefox ", "Firefox", "text"),
            new Change("/user_location/country_id", "Germany", "DE", "country"),
            new Change("/user_location/city", " ", null, "text"),
            new Change("/device/model", " Pixel", "Pixel", "text"),
            new Change("/params/page_location", "/a ", "/a", "text"),
            new Change("/params/campaign", "spring ", "spring", "text"),
            new Change("/params/session_id", " 7.9.17\n", "7.9.17", "text"));
  }

  @Test
  void appInstanceThatNamesNobodyIsWrittenDown() {
    shop.taken("{\"app_instance_id\":\"null\",\"user_id\":\"u\",\"events\":[{\"name\":\"x\"}]}");

    assertThat(shop.desk.event().identity()).isEqualTo("u");
    assertThat(shop.desk.event().cleaned())
        .containsExactly(new Change("/app_instance_id", "null", null, "nobody"));
  }

  @Test
  void changesOfAProductThatIsKnownByItsNameStandAtTheName() {
    shop.taken(
        Ga4.body(
            Ga4.event("view_item", "{\"items\":[{\"item_id\":\" \",\"item_name\":\" Mug\"}]}")
                + ","
                + Ga4.event("view_cart", "{\"items\":[{\"item_name\":\" Mug\"}]}")));

    assertThat(((Payload.ProductViewed) shop.desk.event().payload()).product().id())
        .isEqualTo("Mug");
    assertThat(shop.desk.event().cleaned())
        .containsExactly(
            new Change("/params/items/0/item_id", " ", null, "text"),
            new Change("/params/items/0/item_name", " Mug", "Mug", "text"));
    assertThat(shop.desk.events().get(1).cleaned())
        .containsExactly(new Change("/params/items/0/item_name", " Mug", "Mug", "text"));
  }
}
