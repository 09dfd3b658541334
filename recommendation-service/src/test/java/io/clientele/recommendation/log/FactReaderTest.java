package io.clientele.recommendation.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contract.CustomerMerge;
import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.RecordFormat;
import io.clientele.recommendation.memory.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactReaderTest {

  private final FactReader reader = new FactReader();

  @Test
  void mergeIsReadAndItsTombstoneTakesItBack() {
    CustomerMerge merge = new CustomerMerge("bob", "ada", List.of());
    byte[] json = RecordFormat.of(CustomerMerge.class).write(merge);

    assertThat(reader.read("customer-merges", "bob", json)).contains(new Fact.Merged(merge));
    assertThat(reader.read("customer-merges", "bob", null)).contains(new Fact.Unmerged("bob"));
  }

  @Test
  void tombstoneOfAnItemForgetsIt() {
    assertThat(reader.read("catalog-items", "mug", null)).contains(new Fact.Unlisted("mug"));
  }

  @Test
  void tombstoneOfAnEventSaysNothing() {
    assertThat(reader.read("customer-events", "ada", null)).isEmpty();
    assertThat(reader.read("catalog-items", null, null)).isEmpty();
  }

  @Test
  void momentsThatTheIndexCannotHoldAreMalformed() {
    for (String moment :
        List.of("+1000000000-12-31T23:59:59Z", "2200-01-01T00:00:01Z", "1899-12-31T23:59:59Z")) {
      assertThatThrownBy(() -> reader.read("customer-events", "ada", viewedAt(moment)))
          .isInstanceOf(MalformedRecordException.class);
    }
    assertThat(reader.read("customer-events", "ada", viewedAt("2200-01-01T00:00:00Z"))).isPresent();
    assertThat(reader.read("customer-events", "ada", viewedAt("1900-01-01T00:00:00Z"))).isPresent();
  }

  @Test
  void whatIsNoRecordOfItsTopicIsMalformed() {
    assertThatThrownBy(() -> reader.read("customer-events", "ada", "{}".getBytes(UTF_8)))
        .isInstanceOf(MalformedRecordException.class);
  }

  private static byte[] viewedAt(String moment) {
    return """
        {"eventId":"e","customerId":"ada","identity":"ada","occurredAt":"%s",
         "receivedAt":"2026-03-01T12:00:00Z","source":"default","channel":"WEB",
         "type":"ProductViewed","payload":{"product":{"id":"tea"}}}
        """
        .formatted(moment)
        .getBytes(UTF_8);
  }
}
