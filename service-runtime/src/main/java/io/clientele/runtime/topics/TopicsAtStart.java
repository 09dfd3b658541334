package io.clientele.runtime.topics;

import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Sees at the start that all topics are there and fit, tries again while Kafka does not answer, and
 * keeps the service unready until they are. Kafka Streams waits for the same topics. If one of them
 * does not fit, the process ends: Kafka Streams would run on it all the same. A service adds the
 * topics that it alone uses as beans of type {@link Topic}.
 */
@Readiness
@ApplicationScoped
public class TopicsAtStart implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(TopicsAtStart.class);
  private static final TimeUnit RETRY_AFTER = TimeUnit.SECONDS;

  private final TopicProvision provision;
  private final List<Topic> topics;
  private final String bootstrapServers;
  private final Thread attempts = new Thread(this::untilFit, "topics-at-start");
  private volatile Optional<String> problem = Optional.of("not checked yet");

  TopicsAtStart(
      Instance<Topic> ownTopics,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "clientele.partitions") int partitions,
      @ConfigProperty(name = "clientele.replication-factor") short replicationFactor) {
    this.topics = Stream.concat(Topics.all().stream(), ownTopics.stream()).toList();
    this.bootstrapServers = bootstrapServers;
    this.provision = new TopicProvision(partitions, replicationFactor);
  }

  void start(@Observes StartupEvent event) {
    attempts.setDaemon(true);
    attempts.start();
  }

  void stop(@Observes ShutdownEvent event) {
    attempts.interrupt();
  }

  private void untilFit() {
    try {
      while (!attempt()) {
        RETRY_AFTER.sleep(1);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there is nothing left to try. */
  private boolean attempt() throws InterruptedException {
    try (Admin admin =
        Admin.create(
            Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrapServers))) {
      provision.ensure(admin, topics);
      problem = Optional.empty();
      return true;
    } catch (IllegalStateException misfit) {
      problem = Optional.of(misfit.getMessage());
      LOG.errorf("the service ends: %s", misfit.getMessage());
      Quarkus.asyncExit(1);
      return true;
    } catch (ExecutionException unreachable) {
      if (!(unreachable.getCause() instanceof UnknownTopicOrPartitionException)) {
        LOG.warnf("topics not checked, trying again: cause=%s", unreachable.getCause());
      }
      problem = Optional.of("the topics are not there yet, or Kafka does not answer");
      return false;
    }
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder check =
        HealthCheckResponse.named("topics").status(problem.isEmpty());
    problem.ifPresent(text -> check.withData("problem", text));
    return check.build();
  }
}
