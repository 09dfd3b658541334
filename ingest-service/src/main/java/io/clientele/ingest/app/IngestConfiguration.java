package io.clientele.ingest.app;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What is this service's alone; the README's table says the same. */
@ConfigMapping(prefix = "clientele.ingest")
interface IngestConfiguration {

  /** The default source's write key; without one the service does not start. */
  String writeKey();

  /** What operators prove themselves with; without one nobody may see or change sources. */
  Optional<String> operatorToken();

  /** A file in the ECB's layout, read again when it changes; without one there are no rates. */
  Optional<Path> exchangeRates();

  /** How much of requests' bodies may wait for acknowledgement; more is answered with 503. */
  @WithDefault("32M")
  MemorySize inFlightLimit();

  /** How long an event's body may take to arrive; 4 MB in 30 s is slower than any network used. */
  @WithDefault("30s")
  Duration bodyDeadline();
}
