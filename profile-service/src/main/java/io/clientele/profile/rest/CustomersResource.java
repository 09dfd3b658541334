package io.clientele.profile.rest;

import io.clientele.contract.CustomerProfile;
import io.clientele.profile.view.CustomerViews;
import io.clientele.runtime.http.CustomerReads;
import io.clientele.runtime.http.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Customers as the platform knows them now. */
@Path("/v1/customers")
@APIResponse(responseCode = "503", description = "Its partition is being moved; try again")
public final class CustomersResource {

  private final CustomerReads reads;
  private final CustomerCopies customers;
  private final CustomerViews views;
  private final Clock clock;

  CustomersResource(
      CustomerReads reads, CustomerCopies customers, CustomerViews views, Clock clock) {
    this.reads = reads;
    this.customers = customers;
    this.views = views;
    this.clock = clock;
  }

  /** The profile of the customer that any of its ids names, under the canonical id. */
  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "One customer's live profile, by any of the customer's ids")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CustomerProfile.class)))
  @APIResponse(
      responseCode = "404",
      description = "Nobody has seen this customer",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response profile(@PathParam("id") String id, @Context UriInfo uri) {
    return reads.answer(
        id,
        uri,
        (customerId, copy) ->
            FoundCustomer.in(
                customers.in(copy),
                customerId,
                customer -> views.profile(customer, clock.instant()).orElseThrow()));
  }
}
