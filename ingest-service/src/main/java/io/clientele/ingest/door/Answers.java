package io.clientele.ingest.door;

import io.clientele.contract.RecordFormat;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Reason;
import io.clientele.ingest.Receipt;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.Reply;
import io.clientele.runtime.http.Problem;
import java.time.Duration;
import java.util.List;

/** What a client hears, unless its protocol has words of its own. */
final class Answers {

  private static final Duration SOON = Duration.ofSeconds(1);

  private static final RecordFormat<Receipt> RECEIPTS = RecordFormat.of(Receipt.class);
  private static final RecordFormat<Problem> PROBLEMS = RecordFormat.of(Problem.class);

  private Answers() {}

  /** The answer to an outcome; an outcome that was only judged is its protocol's to tell. */
  static Reply to(Outcome outcome) {
    if (outcome instanceof Outcome.Taken taken) {
      return new Reply(200, "application/json", RECEIPTS.write(taken.receipt()));
    }
    if (outcome instanceof Outcome.NothingTaken nothing) {
      return problem(nothingTaken(nothing));
    }
    if (outcome instanceof Outcome.Unreadable unreadable) {
      return problem(unreadable(unreadable));
    }
    if (outcome instanceof Outcome.Limited limited) {
      return problem(tooMany(limited.retryAfter())).retryAfter(limited.retryAfter());
    }
    if (outcome instanceof Outcome.NotYetKnown) {
      return problem(
              Problem.unavailable(
                  "The sources could not be read yet, and this write key is none of those known."))
          .retryAfter(SOON);
    }
    if (outcome instanceof Outcome.Unauthorised) {
      return problem(wrongKey());
    }
    throw new IllegalArgumentException("a protocol that only judges must say how it answers");
  }

  private static Reply problem(Problem problem) {
    return new Reply(problem.status(), Problem.MEDIA_TYPE, PROBLEMS.write(problem));
  }

  static Reply tooLarge() {
    return problem(
        Problem.of(
            413,
            "body-too-large",
            "Body too large",
            "A body may have 4 MB, packed or not, an event in it 1 MB; send smaller batches."));
  }

  static Reply tooSlow() {
    return problem(
        Problem.of(
            408,
            "body-too-slow",
            "Body too slow",
            "The body did not arrive in time; send it again."));
  }

  static Reply unknownPacking() {
    return problem(
        Problem.of(
            415,
            "unknown-packing",
            "Unknown packing",
            "A body may be packed with gzip, or not at all; send it again so."));
  }

  static Reply wrongMethod(String allowed) {
    return problem(
        Problem.of(405, "http-405", "Method Not Allowed", "This path takes " + allowed + " only."));
  }

  static Reply noRoom() {
    return problem(Problem.unavailable("Too much is being taken at once; try again."))
        .retryAfter(SOON);
  }

  static Reply notStored() {
    return problem(
            Problem.unavailable(
                "The events could not be stored in time; send the same ones, with the same"
                    + " messageIds, again."))
        .retryAfter(SOON);
  }

  static Reply failed() {
    return problem(
        Problem.of(500, "internal", "Internal error", "The service failed; its log says why."));
  }

  private static Problem nothingTaken(Outcome.NothingTaken nothing) {
    boolean single = nothing.array() == null;
    List<Receipt.Rejection> rejected = nothing.receipt().rejected();
    List<Problem.FieldError> errors =
        rejected.stream()
            .map(
                each ->
                    new Problem.FieldError(
                        (single ? "" : nothing.array() + "/" + each.index()) + each.pointer(),
                        each.detail(),
                        each.reason()))
            .toList();
    Problem problem =
        single
            ? problem(Reason.coded(rejected.get(0).reason()), rejected.get(0).detail())
            : Problem.badRequest(
                "nothing-taken",
                "Nothing could be taken",
                "Each of the " + errors.size() + " events was refused.");
    return problem.with(errors);
  }

  private static Problem unreadable(Outcome.Unreadable unreadable) {
    Fault fault = unreadable.fault();
    String detail =
        unreadable.kept()
            ? fault.detail()
            : fault.detail() + " It is not kept either, since no write key came ahead of it.";
    return problem(fault.reason(), detail)
        .with(List.of(new Problem.FieldError(fault.pointer(), detail)));
  }

  private static Problem problem(Reason reason, String detail) {
    int status = reason == Reason.TOO_LARGE || reason == Reason.TOO_MANY ? 413 : 400;
    return Problem.of(status, reason.code(), reason.title(), detail);
  }

  private static Problem wrongKey() {
    return Problem.of(
        401,
        "wrong-write-key",
        "Write key missing or wrong",
        "Send the source's write key as the user of HTTP Basic, as 'writeKey' in the body or as"
            + " ?writeKey=.");
  }

  private static Problem tooMany(Duration retryAfter) {
    return Problem.of(
        429,
        "rate-limited",
        "Too many events",
        "The source has sent more than its limit; nothing was taken. Send the same again in "
            + seconds(retryAfter)
            + " s.");
  }

  /** Whole seconds, never too few, as {@code Retry-After} counts. */
  static long seconds(Duration duration) {
    return duration.plus(Duration.ofSeconds(1).minusNanos(1)).toSeconds();
  }
}
