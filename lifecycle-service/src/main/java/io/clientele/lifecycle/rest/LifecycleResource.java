package io.clientele.lifecycle.rest;

import io.clientele.contract.MergedInto;
import io.clientele.contract.PurchaseHistory;
import io.clientele.contract.RecordFormat;
import io.clientele.lifecycle.Customers;
import io.clientele.lifecycle.LifecycleCounts;
import io.clientele.lifecycle.LifecycleEntry;
import io.clientele.lifecycle.LifecyclePolicy;
import io.clientele.lifecycle.RecentCounts;
import io.clientele.runtime.http.CustomerReads;
import io.clientele.runtime.http.Lookup;
import io.clientele.runtime.http.Moments;
import io.clientele.runtime.http.Peers;
import io.clientele.runtime.http.Problem;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Answers where a customer stands, and how many stand where. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class LifecycleResource {

  private static final String OWN_COUNTS = "/internal/lifecycle/counts";
  private static final RecordFormat<LifecycleCounts> COUNTS =
      RecordFormat.of(LifecycleCounts.class);

  private final CustomerReads reads;
  private final Customers customers;
  private final LifecyclePolicy policy;
  private final RecentCounts counts;
  private final Peers peers;
  private final Clock clock;

  LifecycleResource(
      CustomerReads reads,
      Customers customers,
      LifecyclePolicy policy,
      RecentCounts counts,
      Peers peers,
      Clock clock) {
    this.reads = reads;
    this.customers = customers;
    this.policy = policy;
    this.counts = counts;
    this.peers = peers;
    this.clock = clock;
  }

  /** One customer, by any of its ids. */
  @GET
  @Path("/v1/customers/{id}/lifecycle")
  @Operation(summary = "Where a customer stands, by any of the customer's ids")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LifecycleAnswer.class)))
  @APIResponse(
      responseCode = "404",
      description = "Nobody has seen this customer, or had by then",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response lifecycle(
      @PathParam("id") String id, @QueryParam("at") String at, @Context UriInfo uri) {
    Instant asOf = Moments.parse(at, "at", clock.instant());
    return reads.answer(id, uri, candidate -> lookup(candidate, asOf));
  }

  private Lookup<LifecycleAnswer> lookup(String customerId, Instant asOf) {
    Optional<LifecycleEntry> entry = customers.find(customerId);
    if (entry.isEmpty()) {
      return new Lookup.Absent<>();
    }
    if (entry.get().record() instanceof MergedInto merged) {
      return new Lookup.Moved<>(merged.mergedInto());
    }
    PurchaseHistory history = (PurchaseHistory) entry.get().record();
    Optional<LifecycleAnswer> answer = LifecycleAnswer.of(history, asOf, policy);
    return answer.isPresent() ? new Lookup.Found<>(answer.get()) : new Lookup.Absent<>();
  }

  /** All customers, of all instances; without a time, those of a few seconds ago at most. */
  @GET
  @Path("/v1/lifecycle/summary")
  @Operation(summary = "How many customers stand where")
  public SummaryAnswer summary(@QueryParam("at") String at) {
    Instant asOf = Moments.parse(at, "at", clock.instant());
    LifecycleCounts sum = ownCounts(at);
    String path = at == null ? OWN_COUNTS : OWN_COUNTS + "?at=" + asOf;
    for (LifecycleCounts other : peers.askAll(path, COUNTS)) {
      sum = sum.plus(other);
    }
    return SummaryAnswer.of(asOf, sum);
  }

  /** What this instance adds to a summary. */
  @GET
  @Path(OWN_COUNTS)
  @Operation(hidden = true)
  public LifecycleCounts ownCounts(@QueryParam("at") String at) {
    return (at == null ? counts.now() : counts.at(Moments.parse(at, "at", clock.instant())))
        .orElseThrow(
            () -> Problem.unavailable("Other summaries are being counted; try again.").exception());
  }
}
