package io.clientele.runtime.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.contract.Json;
import io.clientele.runtime.http.Peers;
import io.clientele.runtime.streams.Quarantine;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The beans that every service gets from here. */
class RuntimeBeans {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  ObjectMapper mapper() {
    return Json.mapper();
  }

  /** Counts what it rejects as {@code clientele_rejected_total}, by reason and place. */
  @Produces
  @Singleton
  @DefaultBean
  Quarantine quarantine(
      MeterRegistry meters, @ConfigProperty(name = "quarkus.application.name") String service) {
    return new Quarantine(
        service,
        rejected ->
            meters
                .counter(
                    "clientele.rejected", "source", rejected.source(), "reason", rejected.reason())
                .increment());
  }

  @Produces
  @Singleton
  Peers peers(
      Instance<KafkaStreams> streams,
      @ConfigProperty(name = "clientele.advertised-address") String advertisedAddress) {
    return new Peers(streams::get, advertisedAddress);
  }
}
