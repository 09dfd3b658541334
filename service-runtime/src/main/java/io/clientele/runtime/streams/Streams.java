package io.clientele.runtime.streams;

import io.clientele.contract.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The parts of which every topology here is put together. */
public final class Streams {

  private Streams() {}

  /** Reads a topic as bytes, so that what cannot be parsed still arrives. */
  public static void addSource(Topology topology, String name, Topic topic) {
    addSource(topology, name, topic, new RecordTime());
  }

  /**
   * The same, by times that are not the records' own. An extractor that fails stops the partition.
   */
  public static void addSource(
      Topology topology, String name, Topic topic, TimestampExtractor times) {
    topology.addSource(
        AutoOffsetReset.earliest(),
        name,
        times,
        new StringDeserializer(),
        new ByteArrayDeserializer(),
        topic.name());
  }

  /** A persistent store by customer id, logged to Kafka and without a cache before it. */
  public static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), values)
        .withCachingDisabled();
  }
}
