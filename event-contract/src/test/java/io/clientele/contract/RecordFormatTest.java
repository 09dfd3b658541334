package io.clientele.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFormatTest {

  private static final RecordFormat<HistoryRecord> HISTORIES = RecordFormat.of(HistoryRecord.class);

  @Test
  void mergedIdIsToldFromAHistory() {
    HistoryRecord history = Samples.purchaseHistory();
    HistoryRecord merged = new MergedInto("b", "a");

    assertThat(HISTORIES.read(HISTORIES.write(history))).isEqualTo(history);
    assertThat(HISTORIES.read(HISTORIES.write(merged))).isEqualTo(merged);
  }

  @Test
  void historyInsideAnotherRecordIsRead() {
    record Kept(HistoryRecord record, String beside) {}
    RecordFormat<Kept> format = RecordFormat.of(Kept.class);
    Kept kept = new Kept(Samples.purchaseHistory(), "more");

    assertThat(format.read(format.write(kept))).isEqualTo(kept);
  }

  /** Jackson 2.21.1 refuses the first, which is how it writes it itself. */
  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d\\ude0d", "\ud83d\ude0d"})
  void nameBeyondTheBasicPlaneIsReadHoweverItIsWritten(String name) {
    RecordFormat<Payload.TraitsChanged> format = RecordFormat.of(Payload.TraitsChanged.class);
    byte[] sent = "{\"traits\":{\"%s\":1}}".formatted(name).getBytes(UTF_8);

    Payload.TraitsChanged traits = format.read(sent);

    assertThat(traits.traits()).containsExactly(Map.entry("\ud83d\ude0d", 1));
    assertThat(format.read(format.write(traits))).isEqualTo(traits);
  }

  @Test
  void brokenJsonIsRefusedWithItsPlaceAndWithoutItsText() {
    byte[] broken = "{\"itemId\":\"secret\",".getBytes(UTF_8);

    assertThatThrownBy(() -> RecordFormat.of(CatalogItem.class).read(broken))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("line 1, column 2")
        .hasMessageNotContaining("secret");
  }

  @Test
  void numberBeyondAllIsRefused() {
    byte[] number = "{\"traits\":{\"a\":1e2147483648}}".getBytes(UTF_8);

    assertThatThrownBy(() -> RecordFormat.of(Payload.TraitsChanged.class).read(number))
        .isInstanceOf(MalformedRecordException.class);
  }

  @Test
  void recordThatBreaksItsOwnRuleIsRefusedByName() {
    byte[] nameless = "{\"name\":\"Mug\",\"updatedAt\":\"2026-01-01T00:00:00Z\"}".getBytes(UTF_8);

    assertThatThrownBy(() -> RecordFormat.of(CatalogItem.class).read(nameless))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("itemId is missing");
  }

  @Test
  void amountThatIsShortToReadAndEndlessToWriteIsRefused() {
    byte[] endless = "{\"amount\":1e999999999,\"currency\":\"USD\"}".getBytes(UTF_8);

    assertThatThrownBy(() -> RecordFormat.of(Money.class).read(endless))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("at most 500 digits");
  }

  @Test
  void unknownEventTypeIsMalformed() {
    String event =
        new String(RecordFormat.of(CustomerEvent.class).write(Samples.customerEvent()), UTF_8)
            .replace("OrderCompleted", "Teleported");

    assertThatThrownBy(() -> RecordFormat.of(CustomerEvent.class).read(event.getBytes(UTF_8)))
        .isInstanceOf(MalformedRecordException.class);
  }

  @Test
  void scoresWithoutAnOrderSayThatThereAreNone() {
    CustomerScores scores = new CustomerScores("ada", Instant.EPOCH, null);

    assertThat(new String(RecordFormat.of(CustomerScores.class).write(scores), UTF_8))
        .endsWith("\"rfm\":null}");
  }

  @Test
  void refusalQuotesNoValueAndNoClass() {
    String event =
        new String(RecordFormat.of(CustomerEvent.class).write(Samples.customerEvent()), UTF_8);
    String channel = event.replace("\"web\"", "\"secret\"");
    String key =
        new String(RecordFormat.of(CustomerProfile.class).write(ProfileSample.profile()), UTF_8)
            .replace("\"purchase\"", "\"secret\"");

    assertThatThrownBy(() -> RecordFormat.of(CustomerEvent.class).read(channel.getBytes(UTF_8)))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("the channel is none that there is at /channel")
        .hasMessageNotContainingAny("secret", "io.clientele", "enum");
    assertThatThrownBy(() -> RecordFormat.of(CustomerProfile.class).read(key.getBytes(UTF_8)))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageNotContainingAny("secret", "io.clientele", "enum");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+999999999-12-31T23:59:59Z",
        "-999999999-01-01T00:00:00Z",
        "1899-12-31T23:59:59Z"
      })
  void timeThatNoReaderCanComputeWithIsMalformed(String time) {
    String event =
        new String(RecordFormat.of(CustomerEvent.class).write(Samples.customerEvent()), UTF_8)
            .replace("2026-03-01T12:00:00Z", time);

    assertThatThrownBy(() -> RecordFormat.of(CustomerEvent.class).read(event.getBytes(UTF_8)))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("occurredAt is before 1900 or after 2200");
  }

  @ParameterizedTest
  @CsvSource({
    "ada, anonymous:d, false, a device is linked by a login alone",
    "anonymous:d, ada, false, a device is linked by a login alone",
    "anonymous:d, anonymous:e, true, a link has a known id at one end"
  })
  void linkOfADeviceIsOnlyEverTakenBack(
      String previousId, String customerId, boolean removed, String rule) {
    assertThatThrownBy(
            () ->
                new IdentityLink(
                    "l-1", previousId, customerId, "merge", "shop", Instant.EPOCH, removed))
        .hasMessage(rule);
  }

  @Test
  void discountBelowZeroIsNone() {
    String event =
        new String(RecordFormat.of(CustomerEvent.class).write(Samples.customerEvent()), UTF_8)
            .replace("\"amount\":1.2,", "\"amount\":-1.2,");

    assertThatThrownBy(() -> RecordFormat.of(CustomerEvent.class).read(event.getBytes(UTF_8)))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("a discount is not below zero");
  }

  @Test
  void historyHasTheBoundsOfMoney() {
    String history = new String(HISTORIES.write(Samples.purchaseHistory()), UTF_8);
    String endless = history.replace("7.65", "1e999999999");
    String currency = history.replace("USD", "dollars");

    assertThatThrownBy(() -> HISTORIES.read(endless.getBytes(UTF_8)))
        .hasMessageContaining("at most 500 digits");
    assertThatThrownBy(() -> HISTORIES.read(currency.getBytes(UTF_8)))
        .hasMessageContaining("ISO 4217");
  }

  @Test
  void profileWithoutItsListsIsRead() {
    String profile =
        new String(RecordFormat.of(CustomerProfile.class).write(ProfileSample.profile()), UTF_8)
            .replace("\"identities\"", "\"other\"")
            .replace("\"hours\"", "\"other\"");

    CustomerProfile read = RecordFormat.of(CustomerProfile.class).read(profile.getBytes(UTF_8));

    assertThat(read.identities()).isEmpty();
    assertThat(read.purchases().hours()).isEmpty();
  }
}
