package io.clientele.ingest.source;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All sources as this instance knows them now. Read on every request and never locked: a change
 * puts a whole new picture in place of the old one.
 */
public final class SourceRegistry {

  /** The id under which the configured key is shown. */
  public static final String CONFIGURED_KEY = "configured";

  private final WriteKey configuredKey;
  private volatile Picture picture;
  private volatile boolean loaded;

  /**
   * Only the default source, until {@link #replace} tells more.
   *
   * @param defaultWriteKey the configured one, valid as long as this registry is
   */
  public SourceRegistry(String defaultWriteKey) {
    if (defaultWriteKey.isBlank()) {
      throw new IllegalArgumentException("the default source's write key must not be blank");
    }
    this.configuredKey = new WriteKey(CONFIGURED_KEY, WriteKey.hashOf(defaultWriteKey), null, null);
    this.picture = picture(List.of());
  }

  /**
   * The source with this key. The key is looked up by its hash, so that the time this takes tells
   * nothing about the keys that there are.
   */
  public Optional<Source> withKey(String presentedKey, Instant now) {
    Holder holder = picture.byKeyHash.get(WriteKey.hashOf(presentedKey));
    return holder != null && holder.key.isValid(now)
        ? Optional.of(holder.source)
        : Optional.empty();
  }

  /** The source of this name. */
  public Optional<Source> named(String name) {
    return Optional.ofNullable(picture.byName.get(name));
  }

  /**
   * Whether the stored sources have ever been told. Until then a key that is not known here is not
   * wrong for certain.
   */
  public boolean isLoaded() {
    return loaded;
  }

  /** From now on these are the sources, and the default one whether or not it is among them. */
  public void replace(Collection<Source> sources) {
    this.picture = picture(sources);
    this.loaded = true;
  }

  /** What is stored of a source and, with the default one, the key that is configured for it. */
  public Source complete(Source stored) {
    return stored.name().equals(Source.DEFAULT)
        ? stored.withKeys(Stream.concat(Stream.of(configuredKey), stored.keys().stream()).toList())
        : stored;
  }

  private Picture picture(Collection<Source> sources) {
    Map<String, Source> byName = new HashMap<>();
    sources.forEach(source -> byName.put(source.name(), complete(source)));
    byName.computeIfAbsent(
        Source.DEFAULT, name -> complete(new Source(name, null, Defaults.NONE, null, List.of())));
    return Picture.of(byName);
  }

  private record Holder(Source source, WriteKey key) {}

  private record Picture(Map<String, Source> byName, Map<String, Holder> byKeyHash) {

    static Picture of(Map<String, Source> byName) {
      Map<String, Holder> byKeyHash = new HashMap<>();
      for (Source source : byName.values()) {
        source.keys().forEach(key -> byKeyHash.put(key.hash(), new Holder(source, key)));
      }
      return new Picture(Map.copyOf(byName), Map.copyOf(byKeyHash));
    }
  }
}
