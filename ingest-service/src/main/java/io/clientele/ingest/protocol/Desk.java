package io.clientele.ingest.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.ingest.Fault;
import io.clientele.ingest.Intake;
import io.clientele.ingest.KeptBytes;
import io.clientele.ingest.Verdict;
import io.clientele.ingest.call.Arrival;
import io.clientele.ingest.call.Calls;
import io.clientele.ingest.call.Judge;
import io.clientele.ingest.call.Refusal;
import io.clientele.ingest.source.KeyOwner;
import io.clientele.ingest.source.RateLimiter;
import io.clientele.ingest.source.Source;
import io.clientele.ingest.source.SourceRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is done with a request, whatever its protocol: who may send, what is in it, what becomes.
 */
public final class Desk {

  private final SourceRegistry sources;
  private final RateLimiter limiter;
  private final Judge judge;
  private final Intake intake;
  private final LongSupplier nanos;

  /**
   * A desk.
   *
   * @param nanos a clock for the limits that never goes back
   */
  public Desk(
      SourceRegistry sources, RateLimiter limiter, Judge judge, Intake intake, LongSupplier nanos) {
    this.sources = sources;
    this.limiter = limiter;
    this.judge = judge;
    this.intake = intake;
    this.nanos = nanos;
  }

  /**
   * Whether a request can be turned away before its body is read.
   *
   * @param presentedKey as {@link Protocol#presentedKey}; with null nothing can be said yet
   */
  public Optional<Outcome> refusal(String presentedKey, Instant receivedAt) {
    if (presentedKey == null) {
      return Optional.empty();
    }
    KeyOwner owner = sources.ownerOf(presentedKey, receivedAt);
    Optional<Source> source = owner.found();
    if (source.isEmpty()) {
      return Optional.of(turnedAway(owner));
    }
    return limited(source.get(), 0);
  }

  private Optional<Outcome> limited(Source source, int events) {
    return limiter.admit(source, events, nanos.getAsLong()).map(Outcome.Limited::new);
  }

  /** Does it if the source may send so many; what then could not be stored costs nothing. */
  private CompletionStage<Outcome> admitted(
      Source source, int events, Supplier<CompletionStage<Outcome>> work) {
    Optional<Outcome> limited = limited(source, events);
    if (limited.isPresent()) {
      return CompletableFuture.completedStage(limited.get());
    }
    CompletionStage<Outcome> done;
    try {
      done = work.get();
    } catch (RuntimeException e) {
      done = CompletableFuture.failedStage(e);
    }
    return done.whenComplete(
        (outcome, failure) -> {
          if (failure != null) {
            limiter.giveBack(source, events);
          }
        });
  }

  private static Outcome turnedAway(KeyOwner owner) {
    return owner instanceof KeyOwner.NotYetKnown
        ? new Outcome.NotYetKnown()
        : new Outcome.Unauthorised();
  }

  /** Takes what can be taken; fails as {@link Intake#take} does. Blocks only to parse. */
  public CompletionStage<Outcome> serve(
      Protocol protocol, Endpoint endpoint, Request request, byte[] body) {
    Content content = content(protocol, request, body);
    String presented = protocol.presentedKey(request);
    String key = presented == null ? content.writeKey() : presented;
    KeyOwner owner = sources.ownerOf(key, request.receivedAt());
    Optional<Source> source = owner.found();
    if (source.isEmpty()) {
      return CompletableFuture.completedStage(
          key == null && content instanceof Content.Unreadable unread && unread.keyCouldStand()
              ? new Outcome.Unreadable(unread.fault(), false)
              : turnedAway(owner));
    }
    Intake.Origin origin = origin(source.get(), key, request);
    if (content instanceof Content.Unreadable unread) {
      return admitted(
          source.get(),
          1,
          () ->
              endpoint.stores()
                  ? quarantine(origin, unread.fault(), body)
                  : CompletableFuture.completedStage(
                      new Outcome.Unreadable(unread.fault(), false)));
    }
    Calls calls = ((Content.Read) content).calls();
    Arrival arrival = new Arrival(source.get(), request.receivedAt(), request.address());
    return admitted(
        source.get(), calls.items().size(), () -> take(endpoint, origin, arrival, calls));
  }

  /** Keeps a body of which not even the packing can be undone, if a valid key came ahead of it. */
  public CompletionStage<Outcome> refuse(
      Protocol protocol, Endpoint endpoint, Request request, Damaged body) {
    String key = protocol.presentedKey(request);
    Optional<Source> source = sources.ownerOf(key, request.receivedAt()).found();
    if (source.isEmpty() || !endpoint.stores()) {
      return CompletableFuture.completedStage(new Outcome.Unreadable(body.fault(), false));
    }
    Intake.Origin origin = origin(source.get(), key, request);
    return admitted(source.get(), 1, () -> quarantine(origin, body));
  }

  private static Intake.Origin origin(Source source, String key, Request request) {
    return new Intake.Origin(source.name(), key, request.place(), request.receivedAt());
  }

  /**
   * Whatever stands at the top of a body may be beyond reading, wherever a protocol looks first.
   */
  private static Content content(Protocol protocol, Request request, byte[] body) {
    try {
      return protocol.read(request, body);
    } catch (Refusal refusal) {
      return new Content.Unreadable(null, refusal.fault(), true);
    }
  }

  private CompletionStage<Outcome> take(
      Endpoint endpoint, Intake.Origin origin, Arrival arrival, Calls calls) {
    Stream<Verdict> verdicts = judge.judge(calls, arrival);
    if (!endpoint.stores()) {
      return CompletableFuture.completedStage(new Outcome.Judged(verdicts.toList()));
    }
    return intake
        .take(origin, verdicts)
        .thenApply(
            receipt ->
                receipt.tookNothing()
                    ? new Outcome.NothingTaken(receipt, calls.array())
                    : new Outcome.Taken(receipt));
  }

  private CompletionStage<Outcome> quarantine(Intake.Origin origin, Damaged body) {
    boolean plain = body.beginning().length == 0;
    return plain && !KeptBytes.areText(body.packed())
        ? quarantine(origin, body.fault(), KeptBytes.description(body.packed()).getBytes(UTF_8))
        : quarantine(origin, body.fault(), plain ? body.packed() : body.beginning());
  }

  private CompletionStage<Outcome> quarantine(Intake.Origin origin, Fault fault, byte[] body) {
    Verdict whole =
        KeptBytes.areText(body)
            ? new Verdict.Refused(fault, null, null, new String(body, UTF_8), null)
            : new Verdict.Refused(
                fault,
                null,
                null,
                KeptBytes.base64(body, origin.writeKey()),
                null,
                Verdict.Refused.BYTES);
    return intake
        .take(origin, Stream.of(whole))
        .thenApply(receipt -> new Outcome.Unreadable(fault, true));
  }
}
