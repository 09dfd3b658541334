package io.clientele.ingest.call;

import io.clientele.ingest.clean.UserAgent;
import io.clientele.ingest.source.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;

/**
 * What cleaning looks up.
 *
 * @param baseCurrency ISO 4217, of every sum of the platform, and of amounts where nobody says
 * @param rates what the world pays for money
 * @param agents tells by its header what sent an event
 */
public record Knowledge(
    String baseCurrency, Market.Rates rates, Function<String, UserAgent> agents) {

  Market market(Instant occurredAt, String country, Source source) {
    String usual = source.defaults().currency();
    return new Market(
        country,
        baseCurrency,
        usual == null ? baseCurrency : usual,
        LocalDate.ofInstant(occurredAt, ZoneOffset.UTC),
        rates);
  }
}
