package io.clientele.profile.app;

import io.clientele.contract.Topic;
import io.clientele.profile.CustomerViews;
import io.clientele.profile.Customers;
import io.clientele.profile.Limits;
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
      CustomerViews views,
      ProfileConfiguration configuration,
      Quarantine quarantine,
      MeterRegistry meters) {
    Limits limits =
        new Limits(
            configuration.mostIdentities(),
            configuration.mostOrders(),
            configuration.timelineEvents());
    return ProfileTopology.build(
        views, limits, quarantine, meters.counter("clientele.bot.events")::increment);
  }

  @Produces
  @Singleton
  Topic partMoves() {
    return ProfileTopology.PART_MOVES;
  }

  @Produces
  @Singleton
  CustomerViews views(
      @ConfigProperty(name = "clientele.base-currency") String currency,
      ProfileConfiguration configuration) {
    return new CustomerViews(currency, LoyaltyTiers.read(configuration.loyalty()));
  }

  @Produces
  @Singleton
  Customers customers(Instance<KafkaStreams> streams) {
    return new StoredCustomers(streams::get);
  }

  @Produces
  @Singleton
  CustomerReads reads(Peers peers) {
    return new CustomerReads(peers, ProfileTopology.CUSTOMERS);
  }
}
