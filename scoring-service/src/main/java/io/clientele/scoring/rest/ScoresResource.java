package io.clientele.scoring.rest;

import io.clientele.contract.CustomerScores;
import io.clientele.runtime.http.CustomerReads;
import io.clientele.runtime.http.Moments;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Scores of one customer, by any of the customer's ids. */
@Path("/v1/customers/{id}/scores")
public class ScoresResource {

  private final CustomerReads reads;
  private final ScoreLookup lookup;
  private final Clock clock;

  ScoresResource(CustomerReads reads, ScoreLookup lookup, Clock clock) {
    this.reads = reads;
    this.lookup = lookup;
    this.clock = clock;
  }

  /** The scores as of {@code at}, or as of now. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Scores of a customer, as of now or of any moment")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CustomerScores.class)))
  @APIResponse(responseCode = "400", description = "at names no moment")
  @APIResponse(responseCode = "404", description = "nobody had seen the customer by then")
  public Response scores(
      @PathParam("id") String id,
      @Parameter(description = "ISO-8601 time with a zone, or a date for the end of that UTC day")
          @QueryParam("at")
          String at,
      @Context UriInfo uri) {
    Instant now = clock.instant();
    if (at == null || at.isBlank()) {
      return reads.answer(id, uri, customerId -> lookup.live(customerId, now));
    }
    Instant moment = Moments.parse(at, "at", now);
    return reads.answer(id, uri, customerId -> lookup.asOf(customerId, moment));
  }
}
