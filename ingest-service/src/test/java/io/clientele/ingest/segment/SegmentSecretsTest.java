package io.clientele.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Payload;
import io.clientele.contract.Topics;
import io.clientele.ingest.FakeLog;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.TestDesk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no payload may hold: who somebody is, and the key. */
final class SegmentSecretsTest {

  private final SegmentDesk segment = new SegmentDesk();
  private final FakeLog log = segment.log();

  @Test
  void whatIdentifiesAPersonStandsInPersonalOnly() {
    segment.taken(
        "identify",
        """
        {"userId":"u","traits":{"email":"ada@example.org","plan":"gold","first_name":"Ada",
         "home":{"phone":"1","rooms":3},"left":null}}""");

    assertThat(segment.event().personal())
        .isEqualTo(Map.of("email", "ada@example.org", "first_name", "Ada", "home.phone", "1"));
    Payload.TraitsChanged traits = (Payload.TraitsChanged) segment.event().payload();
    assertThat(traits.traits()).containsEntry("plan", "gold").containsEntry("left", null);
    assertThat(log.on(Topics.RECEIVED_EVENTS).get(0)).doesNotContain("\"name\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "First Name",
        "billing_address",
        "customer_email",
        "surname",
        "birthdate",
        "street",
        "address2",
        "e-mail",
        "home-phone",
        "dateOfBirth",
        "postal_code"
      })
  void identifierIsPersonalHoweverItIsWritten(String name) {
    segment.taken(
        "track",
        "{\"userId\":\"u\",\"event\":\"x\",\"properties\":{\"" + name + "\":\"a\",\"plan\":1}}");

    assertThat(segment.event().personal()).containsOnlyKeys(name);
    assertThat(((Payload.Custom) segment.event().payload()).properties()).containsOnlyKeys("plan");
  }

  @Test
  void searchedWordsAreNotInThePayload() {
    segment.taken(
        "track",
        """
        {"userId":"u","event":"Products Searched","properties":{"query":"red mug"}}""");

    assertThat(segment.event().payload()).isEqualTo(new Payload.Searched());
    assertThat(segment.event().personal()).containsEntry("query", "red mug");
  }

  @Test
  void pathOfAPageHasNoQuery() {
    segment.taken(
        "page",
        """
        {"userId":"u","name":"Home","properties":{"url":"https://shop.example/a/b?token=1#x"}}""");

    assertThat(segment.event().payload()).isEqualTo(new Payload.PageViewed("Home", "/a/b"));
  }

  @Test
  void bodyWithoutACheckedKeyIsNotKept() {
    Outcome broken = segment.answer("track", null, "{\"userId\":");
    Outcome keyless = segment.answer("track", null, "{\"userId\":\"u\",\"event\":\"x\"}");
    Outcome wrong = segment.answer("track", "guess", "{\"userId\":\"u\",\"event\":\"x\"}");

    assertThat(broken).isInstanceOf(Outcome.Unreadable.class);
    assertThat(keyless).isInstanceOf(Outcome.Unauthorised.class);
    assertThat(wrong).isInstanceOf(Outcome.Unauthorised.class);
    assertThat(log.rejected()).isEmpty();
  }

  @Test
  void writeKeyOfARefusedBodyIsNotKept() {
    segment.answer("track", null, "{\"event\":\"Product Viewed\",\"writeKey\":\"secret\"}");
    segment.answer("track", "secret", "{\"writeKey\":\"secret\",");

    assertThat(log.rejected())
        .hasSize(2)
        .allSatisfy(
            rejected ->
                assertThat(rejected.payload()).contains("[write key]").doesNotContain("secret"));
  }

  @Test
  void onlyTheWriteKeysOwnFieldIsBlanked() {
    String rest = ",\"userId\":\"\",\"note\":\"no secret here\"}";
    segment.answer("page", TestDesk.KEY, "{\"writeKey\" : \"sec\\u0072et\"" + rest);

    assertThat(log.rejected().get(0).payload()).isEqualTo("{\"writeKey\" : \"[write key]\"" + rest);
  }
}
