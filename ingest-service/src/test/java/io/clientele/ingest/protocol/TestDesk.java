package io.clientele.ingest.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.FakeLog;
import io.clientele.ingest.Intake;
import io.clientele.ingest.Receipt;
import io.clientele.ingest.call.Judge;
import io.clientele.ingest.call.Knowledge;
import io.clientele.ingest.clean.UserAgent;
import io.clientele.ingest.source.RateLimiter;
import io.clientele.ingest.source.SourceRegistry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A desk on a log in memory, with one source whose key is {@link #KEY}, in US dollars. */
public final class TestDesk {

  public static final String KEY = "secret";

  private final FakeLog log = new FakeLog();
  private final SourceRegistry sources = new SourceRegistry(KEY);
  private final Desk desk;

  /** A desk that has taken nothing yet. */
  public TestDesk() {
    sources.replace(List.of());
    Intake.Observer nobody =
        new Intake.Observer() {
          @Override
          public void accepted(String source, int events) {}

          @Override
          public void rejected(RejectedEvent rejected) {}
        };
    this.desk =
        new Desk(
            sources,
            new RateLimiter(),
            new Judge(
                new Knowledge("USD", TestDesk::rate, TestDesk::agent), () -> "made-by-the-server"),
            new Intake(log, "ingest-service", nobody),
            () -> 0);
  }

  /** On the first of March 2026 a euro is 1.25 dollars; nothing else is known. */
  private static Optional<BigDecimal> rate(
      BigDecimal amount, String currency, String base, LocalDate day) {
    return currency.equals("EUR") && day.equals(LocalDate.of(2026, 3, 1))
        ? Optional.of(amount.multiply(new BigDecimal("1.25")))
        : Optional.empty();
  }

  /** Knows one crawler and one browser. */
  private static UserAgent agent(String header) {
    return header.contains("Googlebot")
        ? new UserAgent(null, "Googlebot", null, true)
        : new UserAgent("desktop", "Firefox", "Linux", false);
  }

  /** Where everything goes. */
  public FakeLog log() {
    return log;
  }

  /** The sources, to be replaced by others. */
  public SourceRegistry sources() {
    return sources;
  }

  /** The desk itself. */
  public Desk desk() {
    return desk;
  }

  /** What a request comes to. */
  public Outcome serve(Protocol protocol, Request request, String body) {
    return serve(protocol, request, body.getBytes(UTF_8));
  }

  /** What a request comes to. */
  public Outcome serve(Protocol protocol, Request request, byte[] body) {
    Endpoint endpoint =
        protocol.endpoints().stream()
            .filter(each -> each.path().equals(request.path()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("nobody listens at " + request.path()));
    return desk.serve(protocol, endpoint, request, body).toCompletableFuture().join();
  }

  /** The receipt of a request of which something is taken. */
  public Receipt taken(Protocol protocol, Request request, String body) {
    Outcome outcome = serve(protocol, request, body);
    if (outcome instanceof Outcome.Taken taken) {
      return taken.receipt();
    }
    throw new AssertionError("not taken but " + outcome);
  }

  /** The first event that was taken. */
  public CustomerEvent event() {
    return events().get(0);
  }

  /** All events that were taken. */
  public List<CustomerEvent> events() {
    return log.received().stream().map(received -> received.event()).toList();
  }
}
