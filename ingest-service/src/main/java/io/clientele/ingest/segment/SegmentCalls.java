package io.clientele.ingest.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Intake;
import io.clientele.ingest.Reason;
import io.clientele.ingest.Receipt;
import io.clientele.ingest.Sources;
import io.clientele.ingest.Verdict;
import io.clientele.ingest.segment.CallTranslator.Envelope;
import io.clientele.ingest.segment.SegmentAnswer.Nothing;
import io.clientele.ingest.segment.SegmentAnswer.Taken;
import io.clientele.ingest.segment.SegmentAnswer.Unauthorised;
import io.clientele.runtime.http.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The Segment API without its HTTP: who may send, what is in the body, what becomes of it. */
public final class SegmentCalls {

  /**
   * A request.
   *
   * @param name the path's last part, such as {@code track} or {@code batch}
   * @param presentedKey as {@link Sources#presentedKey}; null where only the body may name it
   */
  record Call(String name, String place, String presentedKey, Instant receivedAt) {}

  /** Why a body may have been given up before its write key was read. */
  private static final Set<Reason> KEYLESS = Set.of(Reason.MALFORMED_JSON, Reason.TOO_MANY);

  private final Sources sources;
  private final Intake intake;
  private final CallTranslator translator;

  /**
   * The calls.
   *
   * @param baseCurrency ISO 4217, in which amounts are where a call does not say
   * @param messageIds makes ids for messages that came without
   */
  public SegmentCalls(
      Sources sources, Intake intake, String baseCurrency, Supplier<String> messageIds) {
    this.sources = sources;
    this.intake = intake;
    this.translator = new CallTranslator(baseCurrency, messageIds);
  }

  /** Whether a write key is a source's. */
  boolean isKnown(String writeKey) {
    return sources.withKey(writeKey).isPresent();
  }

  /** Takes what can be taken; fails as {@link Intake#take} does. Blocks only to parse. */
  CompletionStage<SegmentAnswer> answer(Call call, byte[] body) {
    Optional<String> source =
        call.presentedKey() == null ? Optional.empty() : sources.withKey(call.presentedKey());
    if (call.presentedKey() != null && source.isEmpty()) {
      return CompletableFuture.completedStage(new Unauthorised());
    }
    Optional<CallType> single = CallType.named(call.name());
    CallBody read = single.isPresent() ? CallBody.ofSingle(body) : CallBody.ofBatch(body);
    Fields top =
        read instanceof CallBody.Read whole ? whole.top() : ((CallBody.Unreadable) read).top();
    String key = source.isPresent() ? call.presentedKey() : top.text("writeKey");
    if (source.isEmpty() && key != null) {
      source = sources.withKey(key);
    }
    if (source.isEmpty()) {
      return CompletableFuture.completedStage(
          read instanceof CallBody.Unreadable unreadable
                  && KEYLESS.contains(unreadable.fault().reason())
              ? new Nothing(problem(nobodys(unreadable)))
              : new Unauthorised());
    }
    Intake.Origin origin = new Intake.Origin(source.get(), key, call.place(), call.receivedAt());
    return read instanceof CallBody.Read whole
        ? take(origin, single, whole, body)
        : quarantine(origin, ((CallBody.Unreadable) read).fault(), body);
  }

  private static Fault nobodys(CallBody.Unreadable unreadable) {
    Fault fault = unreadable.fault();
    return new Fault(
        fault.reason(),
        fault.pointer(),
        fault.detail() + " It is not kept either, since no write key came ahead of it.");
  }

  private CompletionStage<SegmentAnswer> take(
      Intake.Origin origin, Optional<CallType> single, CallBody.Read body, byte[] bytes) {
    Fields around = single.isPresent() ? new Fields(MissingNode.getInstance(), "") : body.top();
    Instant sentAt;
    try {
      sentAt = Times.read(around, "sentAt");
    } catch (Refusal refusal) {
      return quarantine(origin, refusal.fault(), bytes);
    }
    Envelope envelope =
        new Envelope(origin.source(), origin.receivedAt(), single.orElse(null), around, sentAt);
    List<Verdict> verdicts = new ArrayList<>(body.items().size());
    for (Item item : body.items()) {
      verdicts.add(translator.judge(item, envelope));
    }
    return intake
        .take(origin, verdicts)
        .thenApply(
            receipt ->
                receipt.tookNothing() ? nothing(receipt, single.isPresent()) : new Taken(receipt));
  }

  private static SegmentAnswer nothing(Receipt receipt, boolean single) {
    List<Problem.FieldError> errors =
        receipt.rejected().stream()
            .map(
                each ->
                    new Problem.FieldError(
                        (single ? "" : "/batch/" + each.index()) + each.pointer(),
                        each.detail(),
                        each.reason()))
            .toList();
    Receipt.Rejection first = receipt.rejected().get(0);
    Problem problem =
        single
            ? problem(Reason.coded(first.reason()), first.detail())
            : Problem.badRequest(
                "nothing-taken",
                "Nothing could be taken",
                "Each of the batch's " + errors.size() + " events was refused.");
    return new Nothing(problem.with(errors));
  }

  private static Problem problem(Fault fault) {
    return problem(fault.reason(), fault.detail())
        .with(List.of(new Problem.FieldError(fault.pointer(), fault.detail())));
  }

  private static Problem problem(Reason reason, String detail) {
    int status = reason == Reason.TOO_LARGE || reason == Reason.TOO_MANY ? 413 : 400;
    return Problem.of(status, reason.code(), reason.title(), detail);
  }

  private CompletionStage<SegmentAnswer> quarantine(
      Intake.Origin origin, Fault fault, byte[] body) {
    Verdict whole = new Verdict.Refused(fault, null, null, new String(body, UTF_8));
    return intake.take(origin, List.of(whole)).thenApply(receipt -> new Nothing(problem(fault)));
  }
}
