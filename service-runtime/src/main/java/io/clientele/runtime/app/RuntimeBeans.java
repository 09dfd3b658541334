package io.clientele.runtime.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.contract.Json;
import io.clientele.runtime.http.Peers;
import io.clientele.runtime.metrics.BoundedRequestTags;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.streams.RejectionCount;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.arc.DefaultBean;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
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

  @Produces
  @Singleton
  MeterFilter requestTags() {
    return new BoundedRequestTags();
  }

  @Produces
  @Singleton
  RejectionCount rejections(MeterRegistry meters) {
    return new RejectionCount(meters);
  }

  /** Counts what it rejects. */
  @Produces
  @Singleton
  @DefaultBean
  Quarantine quarantine(
      RejectionCount rejections,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    return new Quarantine(service, rejections);
  }

  @Produces
  @Singleton
  Peers peers(
      Instance<KafkaStreams> streams,
      CurrentVertxRequest request,
      @ConfigProperty(name = "clientele.advertised-address") String advertisedAddress) {
    return new Peers(
        streams::get,
        advertisedAddress,
        header -> request.getCurrent().request().getHeader(header));
  }
}
