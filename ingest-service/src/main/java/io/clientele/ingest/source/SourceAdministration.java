package io.clientele.ingest.source;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an operator can do with sources. A change counts on this instance when its method returns,
 * unless the store fails just then, and everywhere when an instance next looks.
 */
public final class SourceAdministration {

  private final StoredSources stored;
  private final SourceRegistry registry;
  private final SecureRandom random;
  private final Runnable refresh;

  /**
   * @param refresh brings the registry up to date with the store; where it cannot, it does not
   *     fail, and the registry stays as it is until it can
   */
  public SourceAdministration(
      StoredSources stored, SourceRegistry registry, SecureRandom random, Runnable refresh) {
    this.stored = stored;
    this.registry = registry;
    this.random = random;
    this.refresh = refresh;
  }

  /** The sources whose names come after this one, in the order of their names. */
  public List<Source> after(String name, int limit) {
    return stored.after(name, limit).stream().map(registry::complete).toList();
  }

  /** The source of this name. */
  public Optional<Source> named(String name) {
    return stored.named(name).map(registry::complete);
  }

  /** A new source with these settings and a key of its own. */
  public SourceOutcome create(Source settings, Instant now) {
    IssuedKey issued = IssuedKey.drawn(random, now);
    Source source = settings.withKeys(List.of(issued.key()));
    if (!stored.add(source)) {
      return SourceOutcome.Refused.NAME_TAKEN;
    }
    refresh.run();
    return new SourceOutcome.Issued(source, issued.secret());
  }

  /**
   * Other settings.
   *
   * @param settings leaves name and keys as they are
   */
  public SourceOutcome change(String name, UnaryOperator<Source> settings) {
    return changed(stored.change(name, settings))
        .<SourceOutcome>map(SourceOutcome.Done::new)
        .orElse(SourceOutcome.Refused.UNKNOWN_SOURCE);
  }

  /** A new key; the older stored ones end after the overlap. */
  public SourceOutcome rotate(String name, Duration overlap, Instant now) {
    IssuedKey issued = IssuedKey.drawn(random, now);
    return changed(stored.change(name, source -> source.rotated(issued.key(), now, overlap)))
        .<SourceOutcome>map(source -> new SourceOutcome.Issued(source, issued.secret()))
        .orElse(SourceOutcome.Refused.UNKNOWN_SOURCE);
  }

  /** Ends one key now. */
  public SourceOutcome revoke(String name, String keyId) {
    Optional<Source> source = named(name);
    if (source.isEmpty()) {
      return SourceOutcome.Refused.UNKNOWN_SOURCE;
    }
    if (source.get().keys().stream().noneMatch(key -> key.id().equals(keyId))) {
      return SourceOutcome.Refused.UNKNOWN_KEY;
    }
    if (keyId.equals(SourceRegistry.CONFIGURED_KEY)) {
      return SourceOutcome.Refused.CONFIGURED_KEY;
    }
    return change(name, known -> known.without(keyId));
  }

  /** Ends a source and its keys; its name is never given anew, for events carry it for ever. */
  public SourceOutcome end(String name, Instant now) {
    if (name.equals(Source.DEFAULT)) {
      return SourceOutcome.Refused.DEFAULT_SOURCE;
    }
    Optional<Source> source = stored.named(name);
    if (source.isEmpty() || !stored.end(name, now)) {
      return SourceOutcome.Refused.UNKNOWN_SOURCE;
    }
    refresh.run();
    return new SourceOutcome.Done(source.get().withKeys(List.of()));
  }

  private Optional<Source> changed(Optional<Source> source) {
    if (source.isPresent()) {
      refresh.run();
    }
    return source.map(registry::complete);
  }
}
