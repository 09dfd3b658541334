package io.clientele.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.ingest.HeardLog;
import io.clientele.ingest.LogUnavailableException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

final class KafkaReplayLogTest {

  @Test
  void outageIsToldOnceHoweverManyReplaysMeetIt() {
    KafkaReplayLog log = new KafkaReplayLog(KafkaReplayLogTest::unreachable, "ingest-service");

    try (HeardLog heard = new HeardLog(KafkaReplayLog.class)) {
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThatThrownBy(log::openSession).isInstanceOf(LogUnavailableException.class);
      }

      assertThat(heard.messages()).singleElement().asString().contains("TimeoutException");
    }
  }

  private static MockProducer<String, byte[]> unreachable() {
    MockProducer<String, byte[]> producer =
        new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    producer.initTransactionException = new TimeoutException("no coordinator");
    return producer;
  }
}
