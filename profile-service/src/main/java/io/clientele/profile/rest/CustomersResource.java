package io.clientele.profile.rest;

import io.clientele.contract.CustomerProfile;
import io.clientele.contract.MergedInto;
import io.clientele.contract.ProfileRecord;
import io.clientele.profile.CustomerStates;
import io.clientele.profile.CustomerViews;
import io.clientele.profile.CustomerViews.Views;
import io.clientele.runtime.http.CustomerReads;
import io.clientele.runtime.http.Lookup;
import io.clientele.runtime.http.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Customers as the platform knows them now. */
@Path("/v1/customers")
public final class CustomersResource {

  private final CustomerReads reads;
  private final CustomerStates customers;
  private final CustomerViews views;

  CustomersResource(CustomerReads reads, CustomerStates customers, CustomerViews views) {
    this.reads = reads;
    this.customers = customers;
    this.views = views;
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
    return reads.answer(id, uri, this::lookup);
  }

  private Lookup<CustomerProfile> lookup(String customerId) {
    ProfileRecord record =
        customers.find(customerId).map(views::of).flatMap(Views::profile).orElse(null);
    if (record instanceof CustomerProfile profile) {
      return new Lookup.Found<>(profile);
    } else if (record instanceof MergedInto merged) {
      return new Lookup.Moved<>(merged.mergedInto());
    }
    return new Lookup.Absent<>();
  }
}
