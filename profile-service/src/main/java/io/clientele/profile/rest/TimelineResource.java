package io.clientele.profile.rest;

import io.clientele.contract.Behaviour;
import io.clientele.profile.Customers;
import io.clientele.profile.timeline.FoundLines;
import io.clientele.profile.timeline.TimelinePage;
import io.clientele.profile.timeline.TimelinePlace;
import io.clientele.runtime.http.CustomerReads;
import io.clientele.runtime.http.Lookup;
import io.clientele.runtime.http.Problem;
import io.clientele.runtime.http.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What a customer did, event by event. */
@Path("/v1/customers/{id}/timeline")
@APIResponse(responseCode = "400", description = "No such kind, limit or cursor")
@APIResponse(responseCode = "503", description = "Its partition is being moved; try again")
public final class TimelineResource {

  private static final int MOST_LINES = 500;

  private final CustomerReads reads;
  private final CustomerCopies customers;

  TimelineResource(CustomerReads reads, CustomerCopies customers) {
    this.reads = reads;
    this.customers = customers;
  }

  /** A page of the timeline of the customer that any of its ids names. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "What one customer did, newest first, by any of the customer's ids",
      description =
          "`kind` is purchase, browse, interaction or feedback. `limit` (50, at most 500) and"
              + " `cursor` page it. An answer may have fewer events than that, or none, before the"
              + " end: go on as long as there is a `next`.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TimelineAnswer.class)))
  @APIResponse(
      responseCode = "404",
      description = "Nobody has seen this customer",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response timeline(
      @PathParam("id") String id,
      @QueryParam("kind") String kind,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @Context UriInfo uri) {
    TimelinePage page = new TimelinePage(place(cursor), kind(kind), limit(limit));
    return reads.answer(
        id, uri, (customerId, copy) -> lookup(customers.in(copy), customerId, page));
  }

  private static Lookup<TimelineAnswer> lookup(
      Customers customers, String customerId, TimelinePage page) {
    return FoundCustomer.in(
        customers,
        customerId,
        customer -> {
          FoundLines found = customers.timeline(customer, page);
          String next = found.next() == null ? null : found.next().cursor();
          return new TimelineAnswer(customer.customerId(), found.lines(), next);
        });
  }

  private static TimelinePlace place(String cursor) {
    return cursor == null
        ? null
        : TimelinePlace.read(cursor)
            .orElseThrow(() -> invalid("'cursor' must be the 'next' of an answer."));
  }

  private static Behaviour kind(String kind) {
    return kind == null
        ? null
        : Stream.of(Behaviour.values())
            .filter(each -> each.name().equals(kind.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(
                () -> invalid("'kind' must be purchase, browse, interaction or feedback."));
  }

  private static int limit(String limit) {
    return Stream.of(limit)
        .filter(text -> text.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .filter(lines -> lines >= 1 && lines <= MOST_LINES)
        .findFirst()
        .orElseThrow(() -> invalid("'limit' must be a number from 1 to " + MOST_LINES + "."));
  }

  private static ProblemException invalid(String detail) {
    return Problem.invalidParameter(detail).exception();
  }
}
