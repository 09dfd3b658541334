package io.clientele.bench.kafka;

/** A round of Kafka's own ProducerPerformance, as it says itself. */
public record KafkaRound(
    long records, double recordsPerSecond, double p50Millis, double p99Millis, double p999Millis) {}
