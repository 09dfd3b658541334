package io.clientele.profile.app;

import io.clientele.contract.Topic;
import io.clientele.profile.Limits;
import io.clientele.profile.kafka.LinkRemovalLog;
import io.clientele.profile.rest.CustomerCopies;
import io.clientele.profile.rest.Splits;
import io.clientele.profile.streams.ProfileTopology;
import io.clientele.profile.streams.StoredCustomers;
import io.clientele.profile.view.CustomerViews;
import io.clientele.runtime.http.CustomerReads;
import io.clientele.runtime.http.Peers;
import io.clientele.runtime.kafka.DurableProducer;
import io.clientele.runtime.streams.Quarantine;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the service together. */
class ProfileBeans {

  /** All customers of so long a time are held in memory. */
  private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);

  @Produces
  @Singleton
  Topology topology(
      CustomerViews views,
      Limits limits,
      ProfileConfiguration configuration,
      Quarantine quarantine,
      MeterRegistry meters) {
    return ProfileTopology.build(
        views,
        limits,
        checked(configuration.publishInterval()),
        quarantine,
        meters.counter("clientele.bot.events")::increment);
  }

  private static Duration checked(Duration publishInterval) {
    if (publishInterval.isNegative() || publishInterval.compareTo(LONGEST_INTERVAL) > 0) {
      throw new IllegalArgumentException(
          "clientele.profile.publish-interval is "
              + publishInterval
              + "; it must be from 0 to "
              + LONGEST_INTERVAL);
    }
    return publishInterval;
  }

  @Produces
  @Singleton
  Limits limits(ProfileConfiguration configuration) {
    return new Limits(
        configuration.mostIdentities(), configuration.mostOrders(), configuration.timelineEvents());
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
  CustomerCopies customers(Instance<KafkaStreams> streams, Limits limits) {
    return copy -> new StoredCustomers(streams::get, copy.partition(), copy.mayBeStale(), limits);
  }

  @Produces
  @Singleton
  CustomerReads reads(Peers peers) {
    return new CustomerReads(peers, ProfileTopology.CUSTOMERS);
  }

  @Produces
  @Singleton
  Producer<String, byte[]> links(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    return DurableProducer.connect(bootstrapServers);
  }

  void close(@Disposes Producer<String, byte[]> links) {
    links.close();
  }

  @Produces
  @Singleton
  Splits splits(
      Producer<String, byte[]> links,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    return new Splits(new LinkRemovalLog(links, service), clock, service);
  }
}
