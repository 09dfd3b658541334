package io.clientele.ingest.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.ingest.source.Source;
import io.clientele.ingest.source.SourceAdministration;
import io.clientele.ingest.source.SourceOutcome;
import io.clientele.runtime.http.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The storefronts that may send, for the operator to keep. */
@Path("/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@SecurityRequirement(name = "operator")
@Blocking
@Tag(name = "Sources", description = "All of it asks for the operator token")
@APIResponse(responseCode = "401", description = "The operator token is missing or wrong")
@APIResponse(responseCode = "403", description = "No operator token is configured")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class SourcesResource {

  private static final int MOST = 500;

  private final SourceAdministration sources;
  private final Clock clock;

  SourcesResource(SourceAdministration sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  /** The sources in the order of their names. */
  @GET
  @Operation(summary = "List sources")
  @APIResponseSchema(SourcePage.class)
  public SourcePage list(
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    int wanted = limit(limit);
    if (!cursor.isEmpty() && !Source.isName(cursor)) {
      throw invalid("'cursor' must be a page's 'next'.");
    }
    List<Source> found = sources.after(cursor, wanted + 1);
    List<Source> page = found.size() > wanted ? found.subList(0, wanted) : found;
    String next = found.size() > wanted ? page.get(page.size() - 1).name() : null;
    Instant now = now();
    return new SourcePage(page.stream().map(each -> SourceAnswer.of(each, now)).toList(), next);
  }

  /** One source. */
  @GET
  @Path("/{name}")
  @Operation(summary = "Read a source")
  @APIResponseSchema(SourceAnswer.class)
  public Response read(@PathParam("name") String name) {
    return sources
        .named(known(name))
        .map(source -> answer(Response.Status.OK, source, null))
        .orElseGet(() -> SourceProblems.of(SourceOutcome.Refused.UNKNOWN_SOURCE).response());
  }

  /** A new source and its first key. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Make a source",
      description =
          "`{name, channel, defaults: {currency, country}, rateLimit: {eventsPerSecond, burst}}`;"
              + " only `name` is needed. `writeKey` in the answer is shown this once.")
  @APIResponseSchema(
      value = SourceAnswer.class,
      responseCode = "201",
      responseDescription = "Made; `writeKey` is its key")
  @APIResponse(responseCode = "409", description = "The name is or was another source's")
  public Response create(InputStream body) throws IOException {
    return response(sources.create(SourceForm.create(Form.body(body)), now()));
  }

  /** Other settings for a source. */
  @PATCH
  @Path("/{name}")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Change a source's settings",
      description = "A merge patch (RFC 7396) of `{channel, defaults, rateLimit}`.")
  @APIResponseSchema(SourceAnswer.class)
  public Response change(@PathParam("name") String name, InputStream body) throws IOException {
    ObjectNode patch = Form.body(body);
    return response(sources.change(known(name), source -> SourceForm.patch(source, patch)));
  }

  /** A new key; the older ones end after an overlap. */
  @POST
  @Path("/{name}/keys")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Rotate a source's key",
      description =
          "`{overlap}`: how long the older keys stay valid, `P7D` if absent, `PT0S` for not at all.")
  @APIResponseSchema(
      value = SourceAnswer.class,
      responseCode = "201",
      responseDescription = "`writeKey` is the new key, shown this once")
  public Response rotate(@PathParam("name") String name, InputStream body) throws IOException {
    Duration overlap = SourceForm.overlap(Form.body(body));
    return response(sources.rotate(known(name), overlap, now()));
  }

  /** Ends one key at once. */
  @DELETE
  @Path("/{name}/keys/{id}")
  @Operation(summary = "End a key")
  @APIResponseSchema(SourceAnswer.class)
  public Response revoke(@PathParam("name") String name, @PathParam("id") String id) {
    return response(sources.revoke(known(name), id));
  }

  /** Ends a source and its keys. */
  @DELETE
  @Path("/{name}")
  @Operation(summary = "End a source", description = "Its name is never given to another one.")
  @APIResponse(responseCode = "204", description = "Ended; what it sent stays")
  public Response end(@PathParam("name") String name) {
    SourceOutcome outcome = sources.end(known(name), now());
    return outcome instanceof SourceOutcome.Done ? Response.noContent().build() : response(outcome);
  }

  private Response response(SourceOutcome outcome) {
    if (outcome instanceof SourceOutcome.Issued issued) {
      return answer(Response.Status.CREATED, issued.source(), issued.secret());
    }
    if (outcome instanceof SourceOutcome.Done done) {
      return answer(Response.Status.OK, done.source(), null);
    }
    return SourceProblems.of((SourceOutcome.Refused) outcome).response();
  }

  private Response answer(Response.Status status, Source source, String writeKey) {
    Response.ResponseBuilder answer =
        Response.status(status)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(SourceAnswer.withKey(source, writeKey, now()));
    return status == Response.Status.CREATED
        ? answer.location(URI.create("/v1/sources/" + source.name())).build()
        : answer.build();
  }

  /** No finer than the database keeps it, so that a time is the same whenever it is read. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** What cannot be a name is nobody's, and must not reach the database. */
  private static String known(String name) {
    if (!Source.isName(name)) {
      throw SourceProblems.of(SourceOutcome.Refused.UNKNOWN_SOURCE).exception();
    }
    return name;
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw invalid("'limit' must be a whole number.");
    }
    throw invalid("'limit' must be from 1 to " + MOST + ".");
  }

  private static RuntimeException invalid(String detail) {
    return Problem.invalidParameter(detail).exception();
  }
}
