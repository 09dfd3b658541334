package io.clientele.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicProvisionTest {

  private final TopicProvision provision = new TopicProvision(6, (short) -1);

  @Test
  void topicIsAskedForAsItsOwnerDeclaredIt() {
    NewTopic asked = provision.asked(Topics.CUSTOMER_PROFILES);

    assertThat(asked.name()).isEqualTo("customer-profiles");
    assertThat(asked.numPartitions()).isEqualTo(6);
    assertThat(asked.configs()).containsEntry("cleanup.policy", "compact");
  }

  @Test
  void totallyOrderedTopicHasOnePartition() {
    assertThat(provision.asked(Topics.IDENTITY_LINKS).numPartitions()).isEqualTo(1);
    assertThat(provision.misfit(Topics.IDENTITY_LINKS, 1)).isEmpty();
  }

  @Test
  void replicationIsTheBrokersUnlessConfigured() {
    assertThat(provision.asked(Topics.CUSTOMER_EVENTS).replicationFactor()).isEqualTo((short) -1);
    assertThat(new TopicProvision(6, (short) 3).asked(Topics.CUSTOMER_EVENTS).replicationFactor())
        .isEqualTo((short) 3);
  }

  @Test
  void otherPartitionCountIsRefusedWithTheRemedy() {
    assertThat(provision.misfit(Topics.CUSTOMER_EVENTS, 6)).isEmpty();
    assertThat(provision.misfit(Topics.CUSTOMER_EVENTS, 12).orElseThrow())
        .contains("customer-events has 12 partitions", "set clientele.partitions to 12");
    assertThat(provision.misfit(Topics.IDENTITY_LINKS, 6).orElseThrow())
        .doesNotContain("clientele.partitions");
  }
}
