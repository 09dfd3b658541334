package io.clientele.ingest.rest;

import io.clientele.contract.Channel;
import io.clientele.ingest.source.Defaults;
import io.clientele.ingest.source.RateLimit;
import io.clientele.ingest.source.Source;
import io.clientele.ingest.source.WriteKey;
import java.time.Instant;
import java.util.List;

/**
 * A source as operators see it.
 *
 * @param name kebab-case, unique for ever
 * @param channel where its customers meet the shop; null: as each event says
 * @param defaults what its events mean where they do not say
 * @param rateLimit how much one instance takes from it; null: without limit
 * @param keys the valid ones; an id, never more of a key
 * @param writeKey a new key, in the one answer that ever shows it; else null
 */
record SourceAnswer(
    String name,
    Channel channel,
    Defaults defaults,
    RateLimit rateLimit,
    List<Key> keys,
    String writeKey) {

  /**
   * A write key, without what would let anybody use or find it.
   *
   * @param id names the key where it is to be ended
   * @param createdAt null: it stands in the configuration
   * @param expiresAt null: never
   */
  record Key(String id, Instant createdAt, Instant expiresAt) {}

  static SourceAnswer of(Source source, Instant now) {
    return withKey(source, null, now);
  }

  static SourceAnswer withKey(Source source, String writeKey, Instant now) {
    List<Key> keys =
        source.keys().stream().filter(key -> key.isValid(now)).map(SourceAnswer::key).toList();
    return new SourceAnswer(
        source.name(), source.channel(), source.defaults(), source.rateLimit(), keys, writeKey);
  }

  private static Key key(WriteKey key) {
    return new Key(key.id(), key.createdAt(), key.expiresAt());
  }
}
