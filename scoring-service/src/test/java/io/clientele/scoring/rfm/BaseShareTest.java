package io.clientele.scoring.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BaseShareTest {

  @Test
  void sharesOfAllPartitionsAreTheWhole() {
    assertThat(BaseShare.whole(List.of(share(0, 2), share(1)), 3).orElseThrow().customers())
        .isEqualTo(2);
  }

  @Test
  void sharesWithoutAPartitionAreNotTheWhole() {
    assertThat(BaseShare.whole(List.of(share(0, 2)), 3)).isEmpty();
  }

  @Test
  void partitionInTwoSharesWouldCountTwice() {
    assertThat(BaseShare.whole(List.of(share(0, 1), share(1, 2)), 3)).isEmpty();
  }

  private static BaseShare share(Integer... partitions) {
    RfmTally tally = new RfmTally();
    tally.add(new RfmFacts(Instant.EPOCH, 1, BigDecimal.ONE));
    return new BaseShare(new TreeSet<>(List.of(partitions)), tally.total());
  }
}
