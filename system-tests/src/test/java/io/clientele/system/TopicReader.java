package io.clientele.system;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Json;
import io.clientele.contract.LifecycleTransition;
import io.clientele.contract.RecommendationExposure;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is committed on a topic now, as any consumer beside the platform would. */
final class TopicReader {

  private static final Duration POLL = Duration.ofMillis(200);

  private final String kafka;

  TopicReader(String kafka) {
    this.kafka = kafka;
  }

  /** The ids of all events written under a customer id, in the order of the log. */
  List<String> customerEventsOf(String customerId) {
    RecordFormat<CustomerEvent> format = RecordFormat.of(CustomerEvent.class);
    return committed(Topics.CUSTOMER_EVENTS).stream()
        .filter(record -> customerId.equals(record.key()))
        .map(record -> format.read(record.value()).eventId())
        .toList();
  }

  /** All events of the identities that this accepts, in the order of the log of each. */
  List<CustomerEvent> customerEvents(Predicate<String> identity) {
    RecordFormat<CustomerEvent> format = RecordFormat.of(CustomerEvent.class);
    return committed(Topics.CUSTOMER_EVENTS).stream()
        .map(record -> format.read(record.value()))
        .filter(event -> identity.test(event.identity()))
        .toList();
  }

  /** The ids of all events that came in under keys that this accepts, repeated ones repeatedly. */
  List<String> receivedEventIds(Predicate<String> key) {
    return committed(Topics.RECEIVED_EVENTS).stream()
        .filter(record -> key.test(record.key()))
        .map(TopicReader::eventId)
        .toList();
  }

  private static String eventId(ConsumerRecord<String, byte[]> record) {
    try {
      return Json.mapper().readTree(record.value()).findPath("eventId").asText();
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + record.topic() + "@" + record.offset(), e);
    }
  }

  /** Everything told of a customer's lifecycle, in order. */
  List<LifecycleTransition> transitionsOf(String customerId) {
    RecordFormat<LifecycleTransition> format = RecordFormat.of(LifecycleTransition.class);
    return committed(Topics.LIFECYCLE_TRANSITIONS).stream()
        .filter(record -> customerId.equals(record.key()))
        .map(record -> format.read(record.value()))
        .toList();
  }

  /** Everything told of lists that were made for a customer, in order. */
  List<RecommendationExposure> exposuresOf(String customerId) {
    RecordFormat<RecommendationExposure> format = RecordFormat.of(RecommendationExposure.class);
    return committed(Topics.RECOMMENDATION_EXPOSURES).stream()
        .filter(record -> customerId.equals(record.key()))
        .map(record -> format.read(record.value()))
        .toList();
  }

  /** The rejection of this payload, if there is one. */
  Optional<RejectedEvent> rejectionOf(String payload) {
    RecordFormat<RejectedEvent> format = RecordFormat.of(RejectedEvent.class);
    return committed(Topics.REJECTED_EVENTS).stream()
        .map(record -> format.read(record.value()))
        .filter(rejected -> rejected.payload().contains(payload))
        .findFirst();
  }

  private List<ConsumerRecord<String, byte[]>> committed(Topic topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(records::add);
      }
    }
    return records;
  }
}
