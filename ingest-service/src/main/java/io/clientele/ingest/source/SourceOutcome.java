package io.clientele.ingest.source;

/** What became of an operator's wish. */
public sealed interface SourceOutcome {

  /** The source as it is now. */
  record Done(Source source) implements SourceOutcome {}

  /** The source as it is now, with a new key, which nobody can read later. */
  record Issued(Source source, String secret) implements SourceOutcome {

    /** Without the secret, which must not reach a log. */
    @Override
    public String toString() {
      return "Issued[" + source + "]";
    }
  }

  /** Why nothing was changed. */
  enum Refused implements SourceOutcome {
    UNKNOWN_SOURCE,
    UNKNOWN_KEY,
    /** A source has this name, or had it. */
    NAME_TAKEN,
    /** The default source stays as long as the installation. */
    DEFAULT_SOURCE,
    /** The configured key ends with its configuration. */
    CONFIGURED_KEY
  }
}
