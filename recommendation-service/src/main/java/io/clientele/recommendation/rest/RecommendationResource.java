package io.clientele.recommendation.rest;

import io.clientele.recommendation.serve.CustomerSuggestions;
import io.clientele.recommendation.serve.Recommender;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Suggestions over HTTP. Every instance has the whole index and answers by itself. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class RecommendationResource {

  private final Recommender recommender;

  RecommendationResource(Recommender recommender) {
    this.recommender = recommender;
  }

  @POST
  @Path("sessions/recommendations")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "What sessions like this one went on to, filled up with what is trending")
  public SuggestionList forSession(SessionRequest request) {
    SessionRequest asked = request == null ? SessionRequest.EMPTY : request;
    return new SuggestionList(
        SuggestedItem.of(recommender.forSession(asked.query())), recommender.model(asked.ranker()));
  }

  @GET
  @Path("customers/{id}/recommendations")
  @Operation(summary = "What to show a customer, by any id; what is trending for somebody unknown")
  public CustomerSuggestionList forCustomer(
      @PathParam("id") String id,
      @QueryParam("limit") @DefaultValue(Limits.USUAL) String limit,
      @QueryParam("item") String item) {
    CustomerSuggestions found = recommender.forCustomer(id, item, Limits.parse(limit));
    return new CustomerSuggestionList(
        found.customerId(), SuggestedItem.of(found.items()), recommender.model(null));
  }

  @GET
  @Path("trending")
  @Operation(summary = "What many look at now")
  public SuggestionList trending(@QueryParam("limit") @DefaultValue(Limits.USUAL) String limit) {
    return new SuggestionList(
        SuggestedItem.of(recommender.trending(Limits.parse(limit))), recommender.model(null));
  }
}
