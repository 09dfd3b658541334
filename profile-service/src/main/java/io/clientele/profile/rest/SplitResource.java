package io.clientele.profile.rest;

import io.clientele.profile.split.Split;
import io.clientele.runtime.http.CustomerReads;
import io.clientele.runtime.http.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Takes back that an id is this customer. */
@Path("/v1/customers/{id}/split")
@APIResponse(responseCode = "400", description = "No JSON object, or an identity that is no text")
@APIResponse(responseCode = "413", description = "More than 64 KB")
@APIResponse(
    responseCode = "503",
    description = "Kafka or the owner does not answer; some may be done, so try again")
public final class SplitResource {

  private final CustomerReads reads;
  private final CustomerCopies customers;
  private final Splits splits;

  SplitResource(CustomerReads reads, CustomerCopies customers, Splits splits) {
    this.reads = reads;
    this.customers = customers;
    this.splits = splits;
  }

  /**
   * Splits an identity from the customer. The owner of the canonical id does it, who alone knows
   * the links; which identity is meant is settled here, since the id in the path changes on the
   * way.
   */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Take an identity out of a customer",
      description =
          "All links of the identity are taken back: the one in `identity`, else the id in the"
              + " path. What the remaining links give shows within seconds, everywhere.")
  @RequestBody(content = @Content(schema = @Schema(implementation = SplitForm.class)))
  @APIResponse(
      responseCode = "202",
      description = "`links` are being taken back",
      content = @Content(schema = @Schema(implementation = Split.class)))
  @APIResponse(
      responseCode = "404",
      description = "Nobody has seen this customer",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "The identity is none of the customer's, or nothing links it",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response split(@PathParam("id") String id, @Context UriInfo uri, InputStream body)
      throws IOException {
    SplitForm form = SplitForm.read(body, id);
    return reads.act(
        id,
        uri,
        form.json(),
        (customerId, copy) ->
            FoundCustomer.in(
                customers.in(copy),
                customerId,
                customer -> splits.split(customer, form.identity())));
  }
}
