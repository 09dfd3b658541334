package io.clientele.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

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

  @Test
  void brokenJsonIsRefusedWithItsPlaceAndWithoutItsText() {
    byte[] broken = "{\"itemId\":\"secret\",".getBytes(UTF_8);

    assertThatThrownBy(() -> RecordFormat.of(CatalogItem.class).read(broken))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("line 1, column 2")
        .hasMessageNotContaining("secret");
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
}
