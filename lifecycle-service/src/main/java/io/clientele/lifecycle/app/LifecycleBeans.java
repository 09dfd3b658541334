package io.clientele.lifecycle.app;

import io.clientele.lifecycle.AlertTail;
import io.clientele.lifecycle.Alerts;
import io.clientele.lifecycle.Customers;
import io.clientele.lifecycle.LifecycleCounts;
import io.clientele.lifecycle.LifecycleFollower;
import io.clientele.lifecycle.LifecyclePolicy;
import io.clientele.lifecycle.MbgNbd;
import io.clientele.lifecycle.RecentCounts;
import io.clientele.lifecycle.ValuableCustomerAtRisk;
import io.clientele.lifecycle.streams.LifecycleTopology;
import io.clientele.lifecycle.streams.StoredCustomers;
import io.clientele.runtime.http.CustomerReads;
import io.clientele.runtime.http.Peers;
import io.clientele.runtime.streams.Quarantine;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** Puts the service together. */
class LifecycleBeans {

  private static final Duration COUNTING_PATIENCE = Duration.ofSeconds(5);

  @Produces
  @Singleton
  LifecyclePolicy policy(LifecycleConfig config) {
    LifecycleConfig.Model model = config.model();
    return new LifecyclePolicy(
        new MbgNbd(model.r(), model.alpha(), model.a(), model.b()),
        config.horizon(),
        config.atRiskBelow(),
        config.churnedBelow());
  }

  @Produces
  @Singleton
  Topology topology(LifecycleConfig config, LifecyclePolicy policy, Quarantine quarantine) {
    LifecycleFollower follower =
        new LifecycleFollower(
            policy,
            config.settle(),
            new ValuableCustomerAtRisk(config.valuableFrom(), config.alertWindow()));
    return LifecycleTopology.of(follower, quarantine);
  }

  @Produces
  @Singleton
  Customers customers(Instance<KafkaStreams> streams) {
    return new StoredCustomers(streams::get);
  }

  @Produces
  @Singleton
  RecentCounts counts(Customers customers, LifecyclePolicy policy, Clock clock) {
    return new RecentCounts(
        moment -> LifecycleCounts.at(moment, customers, policy), clock, COUNTING_PATIENCE);
  }

  @Produces
  @Singleton
  CustomerReads reads(Peers peers) {
    return new CustomerReads(peers, LifecycleTopology.LIFECYCLES);
  }

  @Produces
  @Singleton
  AlertTail tail(Alerts alerts) {
    return new AlertTail(alerts);
  }
}
