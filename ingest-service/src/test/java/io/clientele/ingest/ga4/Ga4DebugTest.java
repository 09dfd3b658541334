package io.clientele.ingest.ga4;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.Json;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.Reply;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Ga4DebugTest {

  private final Ga4 shop = new Ga4();

  @Test
  void validRequestHasNoMessagesAndIsNotStored() {
    assertThat(shop.debug(Ga4.body("{\"name\":\"x\"}"))).isEqualTo("{\"validationMessages\":[]}");
    assertThat(shop.desk.log().received()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"_bad\"} | events | NAME_INVALID",
        "{\"name\":\"with space\"} | events | NAME_INVALID",
        "{\"name\":\"a23456789012345678901234567890123456789012\"} | events | NAME_INVALID",
        "{\"name\":\"session_start\"} | events | NAME_RESERVED",
        "{\"name\":\"ga_x\"} | events | NAME_RESERVED",
        "{\"params\":{}} | events | VALUE_REQUIRED",
        "{\"name\":\"x\",\"params\":{\"1a\":1}} | events.params.1a | NAME_INVALID",
        "{\"name\":\"x\",\"params\":{\"google_a\":1}} | events.params.google_a | NAME_RESERVED",
        "{\"name\":\"x\",\"params\":7} | events.params | VALUE_INVALID",
        "{\"name\":\"purchase\",\"params\":{\"transaction_id\":\"\",\"value\":1}} |"
            + " events.params.transaction_id | VALUE_REQUIRED",
        "{\"name\":\"view_item\",\"params\":{\"items\":[{}]}} | events.params.items.0.item_id |"
            + " VALUE_REQUIRED",
        "{\"name\":\"x\",\"timestamp_micros\":\"x\"} | events.timestamp_micros | VALUE_INVALID",
        "7 | events | VALUE_INVALID"
      })
  void faultOfAnEventHasGooglesCode(String event, String path, String code) {
    shop.debug(Ga4.body(event));

    JsonNode message = message(Ga4.body("{\"name\":\"fine\"}," + event));
    assertThat(message.path("fieldPath").asText()).isEqualTo(path);
    assertThat(message.path("validationCode").asText()).isEqualTo(code);
    assertThat(message.path("description").asText()).startsWith("Event at index: [1]");
    assertThat(shop.desk.log().rejected()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"user_id\":\"u\",\"events\":[]} | client_id | VALUE_REQUIRED",
        "{\"client_id\":\"a\"} | events | VALUE_REQUIRED",
        "{\"client_id\":\"a\",\"timestamp_micros\":{},\"events\":[]} | timestamp_micros |"
            + " VALUE_INVALID",
        "{\"client_id\":\"a\",\"user_properties\":{\"user_id\":{\"value\":1}},\"events\":[]} |"
            + " user_properties.user_id | NAME_RESERVED",
        "{\"client_id\":\"a\",\"consent\":{\"ad_user_data\":1},\"events\":[]} |"
            + " consent.ad_user_data | VALUE_INVALID",
        "nonsense | '' | VALUE_INVALID"
      })
  void faultOfTheRequestHasGooglesCode(String body, String path, String code) {
    JsonNode message = message(body);

    assertThat(message.path("fieldPath").asText()).isEqualTo(path);
    assertThat(message.path("validationCode").asText()).isEqualTo(code);
  }

  @Test
  void streamIsRequired() {
    SentRequest request =
        SentRequest.post("/debug/mp/collect", Ga4.NOW).withParameter("api_secret", TestDesk.KEY);
    Outcome outcome = shop.desk.serve(shop.protocol, request, Ga4.body(""));

    Reply reply = shop.protocol.reply(outcome).orElseThrow();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(new String(reply.body(), StandardCharsets.UTF_8))
        .contains("\"fieldPath\":\"measurement_id\"", "VALUE_REQUIRED");
  }

  @Test
  void wrongSecretIsTheSameProblemAsEverywhere() {
    SentRequest request =
        SentRequest.post("/debug/mp/collect", Ga4.NOW).withParameter("api_secret", "wrong");

    Outcome outcome = shop.desk.serve(shop.protocol, request, Ga4.body(""));

    assertThat(outcome).isEqualTo(new Outcome.Unauthorised());
    assertThat(shop.protocol.reply(outcome)).isEmpty();
  }

  @Test
  void namesThatOnlyGoogleForbidsAreTaken() {
    shop.taken(Ga4.body("{\"name\":\"session_start\"},{\"name\":\"with space\"}"));

    assertThat(shop.desk.events()).hasSize(2);
  }

  private JsonNode message(String body) {
    try {
      JsonNode messages = Json.mapper().readTree(shop.debug(body)).path("validationMessages");
      assertThat(messages).hasSize(1);
      return messages.get(0);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
