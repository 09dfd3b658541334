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
    this.picture = picture(List.of(), /* whole= */ false);
  }

  /**
   * Whose this key is. It is looked up by its hash, so that the time this takes tells nothing about
   * the keys that there are.
   *
   * @param presentedKey null if none was presented, which is nobody's
   */
  public KeyOwner ownerOf(String presentedKey, Instant now) {
    if (presentedKey == null) {
      return new KeyOwner.Unknown();
    }
    Picture known = picture;
    Holder holder = known.byKeyHash.get(WriteKey.hashOf(presentedKey));
    if (holder != null && holder.key.isValid(now)) {
      return new KeyOwner.Known(holder.source);
    }
    return known.whole ? new KeyOwner.Unknown() : new KeyOwner.NotYetKnown();
  }

  /** The source of this name. */
  public Optional<Source> named(String name) {
    return Optional.ofNullable(picture.byName.get(name));
  }

  /** From now on these are the sources, and the default one whether or not it is among them. */
  public void replace(Collection<Source> sources) {
    this.picture = picture(sources, /* whole= */ true);
  }

  /** What is stored of a source and, with the default one, the key that is configured for it. */
  public Source complete(Source stored) {
    return stored.name().equals(Source.DEFAULT)
        ? stored.withKeys(Stream.concat(Stream.of(configuredKey), stored.keys().stream()).toList())
        : stored;
  }

  private Picture picture(Collection<Source> sources, boolean whole) {
    Map<String, Source> byName = new HashMap<>();
    sources.forEach(source -> byName.put(source.name(), complete(source)));
    byName.computeIfAbsent(
        Source.DEFAULT, name -> complete(new Source(name, null, Defaults.NONE, null, List.of())));
    return Picture.of(byName, whole);
  }

  private record Holder(Source source, WriteKey key) {}

  /** With whether the stored sources have been told, or only the default one is known. */
  private record Picture(Map<String, Source> byName, Map<String, Holder> byKeyHash, boolean whole) {

    static Picture of(Map<String, Source> byName, boolean whole) {
      Map<String, Holder> byKeyHash = new HashMap<>();
      for (Source source : byName.values()) {
        source.keys().forEach(key -> byKeyHash.put(key.hash(), new Holder(source, key)));
      }
      return new Picture(Map.copyOf(byName), Map.copyOf(byKeyHash), whole);
    }
  }
}
