package io.clientele.ingest.app;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** What may be set; the README's table says the same. */
@ConfigMapping(prefix = "clientele")
interface IngestConfiguration {

  /** Amounts are in this currency where an event does not say; ISO 4217. */
  String baseCurrency();

  /** What is this service's alone. */
  Ingest ingest();

  /** What is this service's alone. */
  interface Ingest {

    /** The default source's write key; without one the service does not start. */
    String writeKey();

    /** How much of requests' bodies may wait for acknowledgement; more is answered with 503. */
    @WithName("in-flight-limit")
    @WithDefault("32M")
    MemorySize inFlightLimit();
  }
}
