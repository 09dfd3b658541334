package io.clientele.ingest.app;

import io.clientele.ingest.call.Market;
import io.clientele.ingest.rates.RateFile;
import io.clientele.ingest.rates.Refresh;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Keeps the rates as their file has them, if one is configured. */
@ApplicationScoped
class Rates implements Market.Rates {

  private static final Logger LOG = Logger.getLogger(Rates.class);

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Optional<RateFile> file;
  private final Clock clock;
  private Turns turns;

  Rates(IngestConfiguration configuration, Clock clock) {
    this.file = configuration.exchangeRates().map(RateFile::new);
    this.clock = clock;
  }

  /** The first look is over before a request can come. */
  void start(@Observes StartupEvent event) {
    if (file.isPresent()) {
      refresh();
      turns = new Turns("exchange-rates", PAUSE, this::refresh);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    if (turns != null) {
      turns.stop();
    }
  }

  private void refresh() {
    Refresh refresh = file.orElseThrow().refresh(clock.instant());
    if (refresh instanceof Refresh.Replaced replaced) {
      LOG.infof("exchange rates read: days=%d", replaced.days());
    } else if (refresh instanceof Refresh.Faulty faulty) {
      LOG.warnf("exchange rates not read, going on with those known: fault=%s", faulty.fault());
    }
  }

  @Override
  public Optional<BigDecimal> toBase(
      BigDecimal amount, String currency, String base, LocalDate day) {
    return file.flatMap(rates -> rates.rates().toBase(amount, currency, base, day));
  }
}
