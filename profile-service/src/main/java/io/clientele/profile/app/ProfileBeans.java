package io.clientele.profile.app;

import io.clientele.contract.Topic;
import io.clientele.profile.CustomerStates;
import io.clientele.profile.CustomerViews;
import io.clientele.profile.streams.ProfileTopology;
import io.clientele.profile.streams.StoredCustomers;
import io.clientele.runtime.http.CustomerReads;
import io.clientele.runtime.http.Peers;
import io.clientele.runtime.streams.Quarantine;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the service together. */
class ProfileBeans {

  @Produces
  @Singleton
  Topology topology(
      @ConfigProperty(name = "clientele.base-currency") String currency,
      Quarantine quarantine,
      MeterRegistry meters) {
    return ProfileTopology.build(
        currency, quarantine, meters.counter("clientele.bot.events")::increment);
  }

  @Produces
  @Singleton
  Topic partMoves() {
    return ProfileTopology.PART_MOVES;
  }

  @Produces
  @Singleton
  CustomerViews views(@ConfigProperty(name = "clientele.base-currency") String currency) {
    return new CustomerViews(currency);
  }

  @Produces
  @Singleton
  CustomerStates customers(Instance<KafkaStreams> streams) {
    return new StoredCustomers(streams::get);
  }

  @Produces
  @Singleton
  CustomerReads reads(Peers peers) {
    return new CustomerReads(peers, ProfileTopology.CUSTOMERS);
  }
}
