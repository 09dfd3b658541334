package io.clientele.ingest.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The sources as all instances share them. A source that has ended is none of them, but its name
 * stays taken. Every method throws {@link SourcesUnavailableException} when the store is away.
 */
public interface StoredSources {

  /** All of them, as of one moment. */
  List<Source> all();

  /** Those whose names come after this one, in the order of their names. */
  List<Source> after(String name, int limit);

  /** The source of this name. */
  Optional<Source> named(String name);

  /** Keeps a new source; false if its name is taken or was ever. */
  boolean add(Source source);

  /**
   * Replaces a source by what the change makes of it, while nobody else changes it.
   *
   * @param change what it throws leaves the source as it was
   * @return the source after the change; empty if there is none of this name
   */
  Optional<Source> change(String name, UnaryOperator<Source> change);

  /** Ends a source and all its keys; false if there is none of this name. */
  boolean end(String name, Instant now);
}
