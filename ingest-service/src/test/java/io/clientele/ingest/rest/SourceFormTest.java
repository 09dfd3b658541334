package io.clientele.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.contract.Channel;
import io.clientele.ingest.source.Defaults;
import io.clientele.ingest.source.RateLimit;
import io.clientele.ingest.source.Source;
import io.clientele.ingest.source.WriteKey;
import io.clientele.runtime.http.Problem.FieldError;
import io.clientele.runtime.http.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceFormTest {

  private static final Source SHOP =
      new Source(
          "shop",
          Channel.WEB,
          new Defaults("EUR", "DE"),
          new RateLimit(10, 20),
          List.of(new WriteKey("1", "hash", Instant.EPOCH, null)));

  @Test
  void onlyTheNameIsNeeded() throws IOException {
    Source source = SourceForm.create(body("{'name':'shop'}"));

    assertThat(source).isEqualTo(new Source("shop", null, Defaults.NONE, null, List.of()));
  }

  @Test
  void everythingCanBeGiven() throws IOException {
    Source source =
        SourceForm.create(
            body(
                "{'name':'shop','channel':'web','defaults':{'currency':'EUR','country':'DE'},"
                    + "'rateLimit':{'eventsPerSecond':10,'burst':20}}"));

    assertThat(source).isEqualTo(SHOP.withKeys(List.of()));
  }

  @Test
  void burstIsASecondsShareUnlessGiven() throws IOException {
    Source source =
        SourceForm.create(body("{'name':'shop','rateLimit':{'eventsPerSecond':7,'burst':null}}"));

    assertThat(source.rateLimit()).isEqualTo(new RateLimit(7, 7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | /name",
        "{'name':null} | /name",
        "{'name':'Shop'} | /name",
        "{'name':7} | /name",
        "{'name':'a','channel':'WEB'} | /channel",
        "{'name':'a','defaults':[]} | /defaults",
        "{'name':'a','defaults':{'currency':'euro'}} | /defaults/currency",
        "{'name':'a','defaults':{'country':'de'}} | /defaults/country",
        "{'name':'a','defaults':{'language':'de'}} | /defaults/language",
        "{'name':'a','rateLimit':{}} | /rateLimit/eventsPerSecond",
        "{'name':'a','rateLimit':{'eventsPerSecond':0}} | /rateLimit/eventsPerSecond",
        "{'name':'a','rateLimit':{'eventsPerSecond':1.5}} | /rateLimit/eventsPerSecond",
        "{'name':'a','rateLimit':{'eventsPerSecond':1e999}} | /rateLimit/eventsPerSecond",
        "{'name':'a','rateLimit':{'eventsPerSecond':1,'burst':-1}} | /rateLimit/burst",
        "{'name':'a','rateLimit':{'eventsPerSecond':1,'burst':4294967297}} | /rateLimit/burst",
        "{'name':'a','chanel':null} | /chanel",
        "{'name':'a','a/b~c':1} | /a~1b~0c",
        "{'name':'a','keys':[]} | /keys",
      })
  void faultIsNamedByItsPlace(String json, String pointer) throws IOException {
    ObjectNode body = body(json);

    assertThat(faults(() -> SourceForm.create(body)))
        .extracting(FieldError::pointer)
        .containsExactly(pointer);
  }

  @Test
  void allFaultsAreToldAtOnce() throws IOException {
    ObjectNode body = body("{'name':'A','channel':'x','defaults':{'currency':'x','y':1},'z':1}");

    assertThat(faults(() -> SourceForm.create(body)))
        .extracting(FieldError::pointer)
        .containsExactly("/name", "/channel", "/defaults/currency", "/defaults/y", "/z");
  }

  @Test
  void patchLeavesWhatItDoesNotName() throws IOException {
    Source patched =
        SourceForm.patch(SHOP, body("{'defaults':{'currency':'USD'},'rateLimit':{'burst':50}}"));

    assertThat(patched)
        .isEqualTo(
            new Source(
                "shop",
                Channel.WEB,
                new Defaults("USD", "DE"),
                new RateLimit(10, 50),
                SHOP.keys()));
  }

  @Test
  void nullTakesASettingAway() throws IOException {
    Source patched =
        SourceForm.patch(
            SHOP, body("{'channel':null,'defaults':{'country':null},'rateLimit':null}"));

    assertThat(patched)
        .isEqualTo(new Source("shop", null, new Defaults("EUR", null), null, SHOP.keys()));
  }

  @Test
  void settingCanBePatchedIn() throws IOException {
    Source bare = new Source("shop", null, Defaults.NONE, null, List.of());

    Source patched =
        SourceForm.patch(
            bare,
            body(
                "{'channel':'web','defaults':{'currency':'EUR','country':'DE'},"
                    + "'rateLimit':{'eventsPerSecond':10,'burst':20}}"));

    assertThat(patched).isEqualTo(SHOP.withKeys(List.of()));
  }

  @Test
  void nameAndKeysCannotBePatched() throws IOException {
    ObjectNode body = body("{'name':'other','keys':null}");

    assertThat(faults(() -> SourceForm.patch(SHOP, body)))
        .extracting(FieldError::pointer)
        .containsExactly("/name", "/keys");
  }

  @Test
  void overlapIsAWeekUnlessGiven() throws IOException {
    assertThat(SourceForm.overlap(body(""))).isEqualTo(Duration.ofDays(7));
    assertThat(SourceForm.overlap(body("{'overlap':'PT0S'}"))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'-PT1S'", "'P366D'", "'a week'", "7", "'PT9223372036854775807S'"})
  void otherOverlapsAreRefused(String overlap) throws IOException {
    ObjectNode body = body("{'overlap':" + overlap + "}");

    assertThat(faults(() -> SourceForm.overlap(body)))
        .extracting(FieldError::pointer)
        .containsExactly("/overlap");
  }

  @Test
  void bodyIsASmallObject() {
    assertThat(refusal(() -> body("[]")).problem().status()).isEqualTo(400);
    assertThat(refusal(() -> body("{'x':1e2147483648}")).problem().status()).isEqualTo(400);
    assertThat(refusal(() -> body(" ".repeat(70_000))).problem().status()).isEqualTo(413);
  }

  private static List<FieldError> faults(ThrowingCallable call) {
    return refusal(call).problem().errors();
  }

  private static ProblemException refusal(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call);
  }

  private static ObjectNode body(String json) throws IOException {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return Form.body(new ByteArrayInputStream(bytes));
  }
}
