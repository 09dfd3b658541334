package io.clientele.lifecycle.rest;

import io.clientele.contract.RecordFormat;
import io.clientele.lifecycle.AlertTail;
import io.clientele.lifecycle.Alerts;
import io.clientele.lifecycle.StoredAlert;
import io.clientele.runtime.http.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Streams alerts as server-sent events. A reader is a position and nothing else: it is told that
 * there is news, reads on from its position when its connection takes more, and so costs the same
 * however slow it is.
 */
@Path("/v1/alerts/stream")
@Singleton
public class AlertStreamResource {

  private static final int MOST_STREAMS = 1_000;
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final RecordFormat<AlertAnswer> FORMAT = RecordFormat.of(AlertAnswer.class);

  private final AlertTail tail;
  private final Alerts alerts;
  private final AtomicInteger open = new AtomicInteger();

  AlertStreamResource(AlertTail tail, Alerts alerts) {
    this.tail = tail;
    this.alerts = alerts;
  }

  /**
   * Every change of an alert from a position on: after {@code Last-Event-ID}, else after {@code
   * after}, else from now.
   */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Follow alerts as they change",
      description =
          "Goes on after `Last-Event-ID`, else after `after`, an alert's `sequence`; else from now.")
  @APIResponse(
      responseCode = "200",
      description = "An event a change, as long as the client listens",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = AlertAnswer.class)))
  public Multi<OutboundSseEvent> stream(
      @HeaderParam("Last-Event-ID") String lastEventId,
      @QueryParam("after") String after,
      @Context Sse sse) {
    Reader reader = new Reader(position(lastEventId == null ? after : lastEventId));
    if (open.incrementAndGet() > MOST_STREAMS) {
      open.decrementAndGet();
      throw Problem.unavailable("Too many streams are open on this instance.").exception();
    }
    Multi<Boolean> news =
        Multi.createFrom()
            .emitter(
                emitter -> {
                  emitter.onTermination(tail.onNews(() -> emitter.emit(true)));
                  emitter.emit(true);
                },
                BackPressureStrategy.LATEST);
    Multi<Boolean> beats =
        Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop().map(tick -> false);
    return Multi.createBy()
        .merging()
        .withRequests(1)
        .streams(news, beats)
        .onItem()
        .transformToMultiAndConcatenate(isNews -> isNews ? reader.rest(sse) : beat(sse))
        .onTermination()
        .invoke(() -> open.decrementAndGet());
  }

  private static long position(String text) {
    if (text == null) {
      return Reader.FROM_NOW;
    }
    try {
      return Math.max(0, Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw Problem.invalidParameter("The last event's id must be a number.").exception();
    }
  }

  private static Multi<OutboundSseEvent> beat(Sse sse) {
    return Multi.createFrom().item(sse.newEventBuilder().comment("still here").build());
  }

  /** One stream's place; used by one signal at a time. */
  private final class Reader {
    static final long FROM_NOW = -1;

    private volatile long position;

    Reader(long position) {
      this.position = position;
    }

    /** Everything from the position on, piece by piece as the connection asks for it. */
    Multi<OutboundSseEvent> rest(Sse sse) {
      return Multi.createBy()
          .repeating()
          .uni(
              () ->
                  Uni.createFrom()
                      .item(this::piece)
                      .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
          .until(List::isEmpty)
          .onItem()
          .<StoredAlert>disjoint()
          .map(alert -> event(alert, sse));
    }

    private List<StoredAlert> piece() {
      if (position == FROM_NOW) {
        position = tail.position() >= 0 ? tail.position() : alerts.position();
      }
      List<StoredAlert> piece = tail.after(position);
      if (!piece.isEmpty()) {
        position = piece.get(piece.size() - 1).sequence();
      }
      return piece;
    }

    private OutboundSseEvent event(StoredAlert alert, Sse sse) {
      return sse.newEventBuilder()
          .id(Long.toString(alert.sequence()))
          .name("alert")
          .data(new String(FORMAT.write(AlertAnswer.of(alert)), StandardCharsets.UTF_8))
          .build();
    }
  }
}
