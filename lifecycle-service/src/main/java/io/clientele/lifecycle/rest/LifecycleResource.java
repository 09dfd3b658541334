package io.clientele.lifecycle.rest;

import io.clientele.contract.MergedInto;
import io.clientele.contract.PurchaseHistory;
import io.clientele.contract.RecordFormat;
import io.clientele.lifecycle.Customers;
import io.clientele.lifecycle.LifecycleCounts;
import io.clientele.lifecycle.LifecycleEntry;
import io.clientele.lifecycle.LifecyclePolicy;
import io.clientele.runtime.http.CustomerReads;
import io.clientele.runtime.http.Lookup;
import io.clientele.runtime.http.Moments;
import io.clientele.runtime.http.Peers;
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
  private final Peers peers;
  private final Clock clock;

  LifecycleResource(
      CustomerReads reads, Customers customers, LifecyclePolicy policy, Peers peers, Clock clock) {
    this.reads = reads;
    this.customers = customers;
    this.policy = policy;
    this.peers = peers;
    this.clock = clock;
  }

  /** One customer, by any of its ids. */
  @GET
  @Path("/v1/customers/{id}/lifecycle")
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

  /** All customers, of all instances. */
  @GET
  @Path("/v1/lifecycle/summary")
  public SummaryAnswer summary(@QueryParam("at") String at) {
    Instant asOf = Moments.parse(at, "at", clock.instant());
    LifecycleCounts counts = LifecycleCounts.at(asOf, customers, policy);
    for (LifecycleCounts other : peers.askAll(OWN_COUNTS + "?at=" + asOf, COUNTS)) {
      counts = counts.plus(other);
    }
    return SummaryAnswer.of(asOf, counts);
  }

  /** What this instance adds to a summary. */
  @GET
  @Path(OWN_COUNTS)
  public LifecycleCounts ownCounts(@QueryParam("at") String at) {
    return LifecycleCounts.at(Moments.parse(at, "at", clock.instant()), customers, policy);
  }
}
