package io.clientele.recommendation.rest;

import io.clientele.recommendation.serve.Recommender;
import io.clientele.runtime.http.Problem;
import io.clientele.runtime.http.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What goes with one product over HTTP, whoever asks. */
@Path("/v1/items/{id}")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", description = "No such limit, too long an id, or a blank one")
@APIResponse(responseCode = "404", description = "No event and no catalogue spoke of the product")
public class ItemResource {

  private final Recommender recommender;

  ItemResource(Recommender recommender) {
    this.recommender = recommender;
  }

  @GET
  @Path("similar")
  @APIResponse(responseCode = "200", description = "Maybe none")
  @Operation(summary = "What goes with a product in sessions, or is like it")
  public RelatedList similar(
      @PathParam("id") String id, @QueryParam("limit") @DefaultValue(Limits.USUAL) String limit) {
    return new RelatedList(
        id,
        recommender
            .similar(Ids.ofPath(id), Limits.parse(limit))
            .orElseThrow(ItemResource::unknown));
  }

  @GET
  @Path("bought-together")
  @APIResponse(responseCode = "200", description = "Maybe none")
  @Operation(summary = "What is bought with a product, and how surely")
  public TogetherList boughtTogether(
      @PathParam("id") String id, @QueryParam("limit") @DefaultValue(Limits.USUAL) String limit) {
    return new TogetherList(
        id,
        recommender
            .boughtTogether(Ids.ofPath(id), Limits.parse(limit))
            .orElseThrow(ItemResource::unknown));
  }

  private static ProblemException unknown() {
    return Problem.of(
            404,
            "unknown-item",
            "Unknown item",
            "Neither an event nor the catalogue speaks of a product with this id.")
        .exception();
  }
}
