package io.clientele.ingest.rest;

import io.clientele.ingest.quarantine.KeptRejection;
import io.clientele.ingest.quarantine.RejectionFilter;
import io.clientele.ingest.quarantine.RejectionPosition;
import io.clientele.ingest.quarantine.StoredRejections;
import io.clientele.runtime.http.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was refused, of all services, to be searched. */
@Path("/v1/rejected")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@SecurityRequirement(name = "operator")
@Blocking
@Tag(name = "Quarantine", description = "All of it asks for the operator token")
@APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` say which")
@APIResponse(responseCode = "401", description = "The operator token is missing or wrong")
@APIResponse(responseCode = "403", description = "No operator token is configured")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class RejectedResource {

  private static final int USUAL_LIMIT = 50;
  private static final int MOST = 500;

  private static final List<String> FILTERS =
      List.of("reason", "source", "service", "since", "until", "replayed", "q");

  private final StoredRejections rejections;

  RejectedResource(StoredRejections rejections) {
    this.rejections = rejections;
  }

  /** The newest first, a page at a time. */
  @GET
  @Operation(
      summary = "Search what was refused",
      description =
          "`reason`, `source`, `service`, `since` and `until` (ISO-8601), `replayed` (true or false)"
              + " and `q` (a message's or customer's id, or a part of the payload) narrow it;"
              + " `limit` (50, at most 500) and `cursor` page it.")
  @APIResponseSchema(RejectedPage.class)
  public RejectedPage list(@Context UriInfo address) {
    Set<String> known = new LinkedHashSet<>(FILTERS);
    known.addAll(List.of("limit", "cursor"));
    RejectedWish wish = new RejectedWish(parameters(address), known);
    RejectionFilter filter = wish.filter(wish.truth("replayed"), Set.of());
    RejectionPosition before = wish.cursor();
    int wanted = wish.limit(USUAL_LIMIT, MOST);
    wish.check();
    List<KeptRejection> found = rejections.newest(filter, before, wanted + 1);
    List<KeptRejection> page = found.size() > wanted ? found.subList(0, wanted) : found;
    String next =
        found.size() > wanted ? RejectedCursor.write(page.get(page.size() - 1).position()) : null;
    return new RejectedPage(page.stream().map(RejectedAnswer::of).toList(), next);
  }

  /** How much of what there is. */
  @GET
  @Path("/summary")
  @Operation(
      summary = "Count what was refused by reason and source",
      description = "Narrowed as the list is; the thousand most frequent.")
  @APIResponseSchema(RejectedSummary.class)
  public RejectedSummary summary(@Context UriInfo address) {
    RejectedWish wish = new RejectedWish(parameters(address), new LinkedHashSet<>(FILTERS));
    RejectionFilter filter = wish.filter(wish.truth("replayed"), Set.of());
    wish.check();
    return new RejectedSummary(rejections.tally(filter));
  }

  /** One, with its whole payload. */
  @GET
  @Path("/{id}")
  @Operation(summary = "Read one rejection whole")
  @APIResponse(responseCode = "404", description = "There is none of this id, or no more")
  @APIResponseSchema(RejectedAnswer.class)
  public RejectedAnswer read(@PathParam("id") String id) {
    if (id.indexOf('\0') >= 0) {
      throw unknown();
    }
    return rejections.withId(id).map(RejectedAnswer::of).orElseThrow(RejectedResource::unknown);
  }

  private static RuntimeException unknown() {
    return Problem.of(
            404,
            "unknown-rejection",
            "Unknown rejection",
            "Nothing of this id is in quarantine; it is kept for 30 days.")
        .exception();
  }

  /** The first of each name. */
  private static Map<String, String> parameters(UriInfo address) {
    Map<String, String> parameters = new LinkedHashMap<>();
    address
        .getQueryParameters()
        .forEach((name, values) -> parameters.put(name, values.isEmpty() ? "" : values.get(0)));
    return parameters;
  }
}
