package io.clientele.profile.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.RecordFormat;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExtentTest {

  private static final RecordFormat<CustomerEvent> FORMAT = RecordFormat.of(CustomerEvent.class);

  /** Every text that the shop chooses ends with a dot. */
  private static final String EVENT =
      """
      {"eventId":"e.","customerId":"ada.","identity":"ada.","anonymousId":"phone.",
      "occurredAt":"2026-03-01T12:00:00Z","receivedAt":"2026-03-01T12:00:00Z",
      "source":"shop.","channel":"WEB","sessionId":"s.",
      "context":{"campaign":"spring.","acquisition":{"channel":"paid.","source":"s.",
        "medium":"m.","referrer":"r."},"device":"d.","browser":"b.","operatingSystem":"o.",
        "country":"FR.","region":"r.","city":"c.","language":"fr.","timezone":"t.",
        "network":"n."},
      "personal":{"name.":"Ada.","pets.":[{"name.":["Rex."]}]},
      "cleaned":[{"field":"f.","from":"a.","to":"b.","rule":"r."}],
      "type":"OrderCompleted","payload":{"orderId":"o.","revenue":{"amount":1,"currency":"USD"},
        "coupon":"c.","products":[{"id":"p.","name":"n.","category":"c.","brand":"b.",
        "variant":"v.","price":1,"quantity":2}]}}
      """;

  @Test
  void textOfWholeCharactersIsBounded() {
    assertThat(isTaken(EVENT)).isTrue();
    assertThat(isTaken(EVENT.replace(".", "\\ud83d\\ude00"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d", "\\ude00", "\\ude00\\ud83d"})
  void halfACharacterIsFoundWhereverItStands(String half) {
    Pattern end = Pattern.compile("\\.\"");
    for (MatchResult text : end.matcher(EVENT).results().toList()) {
      String torn = EVENT.substring(0, text.start()) + half + EVENT.substring(text.start() + 1);

      assertThat(isTaken(torn)).as(torn).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e101", "1e-101", "[[1e101]]"})
  void numberThatIsTooLongIsFoundWhereverItStands(String number) {
    for (String place : new String[] {"\"amount\":1", "\"price\":1", "\"quantity\":2"}) {
      if (!number.startsWith("[")) {
        String name = place.substring(0, place.length() - 1);
        assertThat(isTaken(EVENT.replace(place, name + number))).as(place).isFalse();
      }
    }
    assertThat(isTaken(EVENT.replace("\"Ada.\"", number))).isFalse();
  }

  @Test
  void nestingHasABound() {
    assertThat(isTaken(EVENT.replace("\"Ada.\"", "[".repeat(90) + "]".repeat(90)))).isTrue();
    assertThat(isTaken(EVENT.replace("\"Ada.\"", "[".repeat(110) + "]".repeat(110)))).isFalse();
  }

  private static boolean isTaken(String json) {
    try {
      return Extent.isBounded(FORMAT.read(json.getBytes(StandardCharsets.UTF_8)));
    } catch (MalformedRecordException refused) {
      return false;
    }
  }
}
