package io.clientele.contract;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as its owner declares it: who creates it, first or again, gets the same.
 *
 * @param name kebab-case
 * @param spread how many partitions
 * @param kept which records stay
 * @param largestRecordBytes of one record, compressed
 */
public record Topic(String name, Spread spread, Kept kept, int largestRecordBytes) {

  /** How a topic is partitioned. */
  public enum Spread {
    /** The platform's one partition count for everything keyed by customer; fixed for ever. */
    BY_CUSTOMER,
    /** One partition: a total order over all of it. */
    SINGLE
  }

  /** Which records a topic keeps. */
  public sealed interface Kept {
    /** Every record, always: the log that every state is rebuilt from. */
    record ForEver() implements Kept {}

    /** The newest record of each key. */
    record Latest() implements Kept {}

    /** Records younger than this, by record time, which is receipt. */
    record For(Duration span) implements Kept {
      public For {
        if (span.isNegative() || span.isZero()) {
          throw new IllegalArgumentException("a topic is kept for a positive span, not " + span);
        }
      }
    }
  }

  public Topic {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(spread, "spread");
    Objects.requireNonNull(kept, "kept");
  }

  /** A topic of records of the usual size. */
  public Topic(String name, Spread spread, Kept kept) {
    this(name, spread, kept, Topics.MAX_RECORD_BYTES);
  }

  /** The number of partitions, given the platform's count for customer-keyed topics. */
  public int partitions(int customerPartitions) {
    return spread == Spread.SINGLE ? 1 : customerPartitions;
  }

  /** The settings with which the topic is created. */
  public Map<String, String> settings() {
    String cleanup =
        kept instanceof Kept.Latest
            ? TopicConfig.CLEANUP_POLICY_COMPACT
            : TopicConfig.CLEANUP_POLICY_DELETE;
    String retention = kept instanceof Kept.For span ? Long.toString(span.span().toMillis()) : "-1";
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        cleanup,
        TopicConfig.RETENTION_MS_CONFIG,
        retention,
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
        Integer.toString(largestRecordBytes),
        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
        "CreateTime");
  }
}
