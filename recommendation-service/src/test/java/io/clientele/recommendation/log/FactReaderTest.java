package io.clientele.recommendation.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contract.CustomerMerge;
import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.RecordFormat;
import io.clientele.recommendation.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactReaderTest {

  private final FactReader reader = new FactReader();

  @Test
  void mergeIsReadAndItsTombstoneTakesItBack() {
    CustomerMerge merge = new CustomerMerge("bob", "ada", List.of("l"));
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
  void whatIsNoRecordOfItsTopicIsMalformed() {
    assertThatThrownBy(() -> reader.read("customer-events", "ada", "{}".getBytes(UTF_8)))
        .isInstanceOf(MalformedRecordException.class);
  }
}
