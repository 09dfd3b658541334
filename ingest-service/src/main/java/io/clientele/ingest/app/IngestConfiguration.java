package io.clientele.ingest.app;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is this service's alone; the README's table says the same. */
@ConfigMapping(prefix = "clientele.ingest")
interface IngestConfiguration {

  /** The default source's write key; without one the service does not start. */
  String writeKey();

  /** How much of requests' bodies may wait for acknowledgement; more is answered with 503. */
  @WithDefault("32M")
  MemorySize inFlightLimit();
}
