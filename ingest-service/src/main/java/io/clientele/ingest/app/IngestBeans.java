package io.clientele.ingest.app;

import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topic;
import io.clientele.ingest.ByteBudget;
import io.clientele.ingest.Currencies;
import io.clientele.ingest.EventLog;
import io.clientele.ingest.Intake;
import io.clientele.ingest.call.Judge;
import io.clientele.ingest.call.Knowledge;
import io.clientele.ingest.clean.UserAgents;
import io.clientele.ingest.cloudevents.CloudEventsProtocol;
import io.clientele.ingest.door.FrontDoor;
import io.clientele.ingest.ga4.Ga4Protocol;
import io.clientele.ingest.identity.LinkLimit;
import io.clientele.ingest.kafka.KafkaLog;
import io.clientele.ingest.kafka.LogProducer;
import io.clientele.ingest.protocol.Desk;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.quarantine.Rereader;
import io.clientele.ingest.rest.CatalogReader;
import io.clientele.ingest.segment.PixelProtocol;
import io.clientele.ingest.segment.SegmentProtocol;
import io.clientele.ingest.source.Defaults;
import io.clientele.ingest.source.RateLimiter;
import io.clientele.ingest.source.Source;
import io.clientele.ingest.source.SourceRegistry;
import io.clientele.ingest.streams.IngestTopology;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.streams.RejectionCount;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the service together. */
class IngestBeans {

  /** Adding a protocol adds a line here and a package. */
  static final List<Protocol> PROTOCOLS =
      List.of(
          new SegmentProtocol(), new PixelProtocol(), new Ga4Protocol(), new CloudEventsProtocol());

  /** Fails the start, not every order after it. */
  void check(
      @Observes StartupEvent started,
      @ConfigProperty(name = "clientele.base-currency") String baseCurrency) {
    Currencies.base(baseCurrency);
  }

  @Produces
  @Singleton
  Topology topology(
      Quarantine quarantine,
      @ConfigProperty(name = "clientele.most-links", defaultValue = "300") int mostLinks) {
    return IngestTopology.of(quarantine, new LinkLimit(mostLinks));
  }

  @Produces
  @Singleton
  Topic deviceSplits() {
    return IngestTopology.DEVICE_SPLITS;
  }

  @Produces
  @Singleton
  ByteBudget budget(IngestConfiguration configuration, MeterRegistry meters) {
    ByteBudget budget = new ByteBudget(configuration.inFlightLimit().asLongValue());
    meters.gauge("clientele.ingest.in.flight.bytes", budget, ByteBudget::reservedBytes);
    return budget;
  }

  /** Normalised events may be larger than what was sent, hence twice the budget. */
  @Produces
  @Singleton
  Producer<String, byte[]> producer(
      IngestConfiguration configuration,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    return LogProducer.connect(bootstrapServers, 2 * configuration.inFlightLimit().asLongValue());
  }

  void close(@Disposes Producer<String, byte[]> producer) {
    producer.close();
  }

  @Produces
  @Singleton
  EventLog log(
      Producer<String, byte[]> producer,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    return new KafkaLog(producer, service);
  }

  @Produces
  @Singleton
  Intake.Observer observer(MeterRegistry meters, RejectionCount rejections) {
    return new IntakeMeters(meters, rejections);
  }

  /** Built beside the start, which it would make seconds longer. */
  @Produces
  @Singleton
  UserAgents userAgents() {
    return new UserAgents(
        building -> {
          Thread thread = new Thread(building, "user-agents");
          thread.setDaemon(true);
          thread.start();
        },
        Duration.ofMillis(50),
        System::nanoTime);
  }

  @Produces
  @Singleton
  Intake intake(
      EventLog log,
      Intake.Observer observer,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    return new Intake(log, service, observer);
  }

  @Produces
  @Singleton
  Judge judge(
      Rates rates,
      UserAgents agents,
      @ConfigProperty(name = "clientele.base-currency") String baseCurrency) {
    Knowledge knowledge = new Knowledge(baseCurrency, rates, agents::of);
    return new Judge(knowledge, () -> UUID.randomUUID().toString());
  }

  /** What a source sent before it ended is its own still, without its settings. */
  @Produces
  @Singleton
  Rereader rereader(
      SourceRegistry sources,
      Judge judge,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    return new Rereader(
        service,
        PROTOCOLS,
        name ->
            sources
                .named(name)
                .orElseGet(() -> new Source(name, null, Defaults.NONE, null, List.of())),
        judge);
  }

  @Produces
  @Singleton
  Desk desk(SourceRegistry sources, RateLimiter limiter, Intake intake, Judge judge) {
    return new Desk(sources, limiter, judge, intake, System::nanoTime);
  }

  @Produces
  @Singleton
  FrontDoor frontDoor(
      Vertx vertx, Desk desk, ByteBudget budget, IngestConfiguration configuration, Clock clock) {
    return new FrontDoor(vertx, desk, budget, configuration.bodyDeadline(), clock);
  }

  /** Opens the front door for every protocol. */
  void open(@Observes Router router, FrontDoor door) {
    PROTOCOLS.forEach(protocol -> door.open(router, protocol));
  }

  @Produces
  @Singleton
  CatalogReader catalogReader(
      EventLog log,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "clientele.base-currency") String baseCurrency) {
    return new CatalogReader(log, service, baseCurrency);
  }

  /** Counts what is taken as {@code clientele_accepted_total}, by source. */
  private record IntakeMeters(MeterRegistry meters, RejectionCount rejections)
      implements Intake.Observer {

    @Override
    public void accepted(String source, int events) {
      meters.counter("clientele.accepted", "source", source).increment(events);
    }

    @Override
    public void rejected(RejectedEvent rejected) {
      rejections.accept(rejected);
    }
  }
}
