package io.clientele.ingest.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.ingest.EventRecords;
import io.clientele.ingest.Fault;
import io.clientele.ingest.LogRecord;
import io.clientele.ingest.ReceivedEvent;
import io.clientele.ingest.Verdict;
import io.clientele.ingest.call.Arrival;
import io.clientele.ingest.call.Calls;
import io.clientele.ingest.call.Judge;
import io.clientele.ingest.call.Refusal;
import io.clientele.ingest.protocol.Content;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads rejections again as the door read them: with the protocol of the place where they came in,
 * as of the moment when they came, but by today's rules, rates and settings of the source.
 */
public final class Rereader {

  private static final Pattern RECORD_PLACE = Pattern.compile("(.+)-\\d+@\\d+");
  private static final RecordFormat<ReceivedEvent> RECEIVED = RecordFormat.of(ReceivedEvent.class);

  private final String service;
  private final List<Protocol> protocols;
  private final Function<String, Source> sources;
  private final Judge judge;

  /**
   * A reader.
   *
   * @param service whose door it is
   * @param sources by name, also one that has ended: what it sent before is its own still
   */
  public Rereader(
      String service, List<Protocol> protocols, Function<String, Source> sources, Judge judge) {
    this.service = service;
    this.protocols = List.copyOf(protocols);
    this.sources = sources;
    this.judge = judge;
  }

  /** What it comes to; what can be taken is received now, but read as of its first receipt. */
  Reread reread(RejectedEvent rejected, Instant now) {
    if (!rejected.service().equals(service)) {
      return new Reread.Foreign(
          "%s refused it; mend the record where it stands.".formatted(rejected.service()));
    }
    Optional<RereadRequest> request = RereadRequest.at(rejected.place(), rejected.rejectedAt());
    Optional<Protocol> protocol = request.flatMap(this::protocol);
    if (protocol.isPresent()) {
      Content content = content(protocol.get(), request.get(), rejected);
      return content instanceof Content.Unreadable unread
          ? refusedAgain(unread.fault())
          : judged(rejected, ((Content.Read) content).calls(), now);
    }
    return isReceived(rejected.place())
        ? parsed(rejected, now)
        : new Reread.Foreign("Nothing here reads '%s' again.".formatted(rejected.place()));
  }

  private static Content content(Protocol protocol, RereadRequest request, RejectedEvent rejected) {
    try {
      return protocol.reread(request, bytes(rejected), rejected.around());
    } catch (Refusal refusal) {
      return new Content.Unreadable(null, refusal.fault(), false);
    }
  }

  private Optional<Protocol> protocol(RereadRequest request) {
    return protocols.stream()
        .filter(
            protocol ->
                protocol.endpoints().stream()
                    .anyMatch(
                        endpoint ->
                            endpoint.stores()
                                && endpoint.method().equals(request.method())
                                && endpoint.path().equals(request.path())))
        .findFirst();
  }

  private static boolean isReceived(String place) {
    Matcher record = RECORD_PLACE.matcher(place == null ? "" : place);
    return record.matches() && record.group(1).equals(Topics.RECEIVED_EVENTS.name());
  }

  private Reread judged(RejectedEvent rejected, Calls calls, Instant now) {
    List<LogRecord> events = new ArrayList<>();
    List<Verdict.Refused> refused = new ArrayList<>();
    Arrival arrival =
        new Arrival(sources.apply(rejected.source()), rejected.rejectedAt(), /* address= */ null);
    for (Verdict verdict : judge.naming(new MissingIds(rejected)).judge(calls, arrival).toList()) {
      if (verdict instanceof Verdict.Accepted accepted) {
        EventRecords.of(accepted.event().received(now))
            .ifPresentOrElse(events::add, () -> refused.add(accepted.outgrown().get()));
      } else {
        refused.add((Verdict.Refused) verdict);
      }
    }
    return events.isEmpty() && !refused.isEmpty()
        ? refusedAgain(refused.get(0).fault())
        : new Reread.Taken(events, refused);
  }

  private static Reread refusedAgain(Fault fault) {
    return new Reread.RefusedAgain(fault.reason().code(), fault.detail());
  }

  private static byte[] bytes(RejectedEvent rejected) {
    return rejected.payloadEncoding().equals(Verdict.Refused.BYTES)
        ? Base64.getDecoder().decode(rejected.payload())
        : rejected.payload().getBytes(UTF_8);
  }

  /** A record that an earlier version of the topology could not read. */
  private static Reread parsed(RejectedEvent rejected, Instant now) {
    try {
      ReceivedEvent event = RECEIVED.read(bytes(rejected)).received(now);
      return EventRecords.of(event)
          .<Reread>map(record -> new Reread.Taken(List.of(record), List.of()))
          .orElseGet(() -> new Reread.RefusedAgain(rejected.reason(), "too large for a record"));
    } catch (MalformedRecordException e) {
      return new Reread.RefusedAgain(rejected.reason(), e.getMessage());
    }
  }

  /**
   * The same ids at every attempt: the rejection's own, and for the further messages of a whole
   * body with their number.
   */
  private static final class MissingIds implements Supplier<String> {

    private final RejectedEvent rejected;
    private int made;

    MissingIds(RejectedEvent rejected) {
      this.rejected = rejected;
    }

    @Override
    public String get() {
      made++;
      return made == 1 ? rejected.rejectedId() : rejected.rejectedId() + "-" + made;
    }
  }
}
