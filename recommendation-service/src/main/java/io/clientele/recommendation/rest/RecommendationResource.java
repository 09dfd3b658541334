package io.clientele.recommendation.rest;

import io.clientele.recommendation.serve.CustomerSuggestions;
import io.clientele.recommendation.serve.Exposures;
import io.clientele.recommendation.serve.Recommender;
import io.clientele.recommendation.serve.SessionQuery;
import io.clientele.recommendation.serve.Suggestion;
import io.clientele.recommendation.serve.Suggestions;
import io.clientele.runtime.http.Problem;
import io.clientele.runtime.http.ProblemException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Suggestions over HTTP. Every instance has the whole index and answers by itself. Nothing here
 * waits for anything, but some queries count for milliseconds: workers answer, so that no event
 * loop stands still behind one.
 */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class RecommendationResource {

  private final Recommender recommender;
  private final Exposures exposures;

  RecommendationResource(Recommender recommender, Exposures exposures) {
    this.recommender = recommender;
    this.exposures = exposures;
  }

  @POST
  @Path("sessions/recommendations")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(responseCode = "200", description = "As many as were asked for, if there are")
  @APIResponse(responseCode = "400", description = "Not the JSON expected, or a field out of range")
  @APIResponse(responseCode = "413", description = "A body above 1 MB")
  @Operation(summary = "What sessions like this one went on to, filled up with what is trending")
  public SuggestionList forSession(
      SessionRequest request, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
    SessionQuery query = (request == null ? SessionRequest.EMPTY : request).query();
    Suggestions found = recommender.forSession(query);
    if (query.customerId() != null) {
      String customer = recommender.canonicalId(query.customerId());
      exposures.note(new Exposures.Place(customer, query.sessionId(), null), found);
    }
    return new SuggestionList(
        SuggestedItem.of(found.items(), Languages.best(language)), found.model());
  }

  @GET
  @Path("customers/{id}/recommendations")
  @APIResponse(responseCode = "200", description = "As many as were asked for, if there are")
  @APIResponse(responseCode = "400", description = "No such limit, too long an id, or a blank one")
  @Operation(summary = "What to show a customer, by any id; what is trending for somebody unknown")
  public CustomerSuggestionList forCustomer(
      @PathParam("id") String id,
      @BeanParam CustomerRequest request,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
    String placement = request.place();
    CustomerSuggestions found = recommender.forCustomer(request.query(id));
    Suggestions shown = found.shown();
    exposures.note(new Exposures.Place(found.customerId(), null, placement), shown);
    return new CustomerSuggestionList(
        found.customerId(),
        SuggestedItem.of(shown.items(), Languages.best(language)),
        shown.model());
  }

  @GET
  @Path("trending")
  @APIResponse(responseCode = "200", description = "Maybe none")
  @APIResponse(responseCode = "400", description = "No such limit")
  @APIResponse(responseCode = "404", description = "The catalogue has no such category")
  @Operation(summary = "What many look at now, in the whole shop or in one category of it")
  public SuggestionList trending(
      @QueryParam("category") String category,
      @QueryParam("limit") @DefaultValue(Limits.USUAL) String limit,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
    int most = Limits.parse(limit);
    List<Suggestion> found =
        category == null || category.isBlank()
            ? recommender.trending(most)
            : recommender
                .trending(category, most)
                .orElseThrow(RecommendationResource::unknownCategory);
    return new SuggestionList(
        SuggestedItem.of(found, Languages.best(language)), Recommender.TRENDING_MODEL);
  }

  private static ProblemException unknownCategory() {
    return Problem.of(
            404, "unknown-category", "Unknown category", "The catalogue has no such category.")
        .exception();
  }
}
