package io.clientele.ingest.rest;

import io.clientele.ingest.ByteBudget;
import io.clientele.ingest.protocol.WriteKeys;
import io.clientele.ingest.source.KeyOwner;
import io.clientele.ingest.source.SourceRegistry;
import io.clientele.runtime.http.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the shop sells, as the shop tells it. */
@Path("/v1/catalog/items")
@Tag(name = "Catalogue")
public class CatalogResource {

  /** A chunk, what is read ahead of it, and what the producer makes of it. */
  private static final long WORKING_BYTES = 4 * 1024 * 1024;

  /** Each holds a thread as well; events must not wait for catalogues. */
  private static final int MOST_AT_ONCE = 2;

  /** For 64 MB, slower than any network that shops are on. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private final SourceRegistry sources;
  private final CatalogReader reader;
  private final ByteBudget budget;
  private final Clock clock;
  private final LongSupplier nanoTime;

  @Inject
  CatalogResource(SourceRegistry sources, CatalogReader reader, ByteBudget budget, Clock clock) {
    this(sources, reader, budget, clock, System::nanoTime);
  }

  CatalogResource(
      SourceRegistry sources,
      CatalogReader reader,
      ByteBudget budget,
      Clock clock,
      LongSupplier nanoTime) {
    this.sources = sources;
    this.reader = reader;
    this.budget = budget.share(MOST_AT_ONCE * WORKING_BYTES);
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /** Takes a catalogue or a part of it; an item sent again replaces what was known of it. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @SecurityRequirement(name = "writeKey")
  @SecurityRequirement(name = "queryKey")
  @Blocking
  @Operation(
      summary = "Take catalogue items",
      description =
          "A JSON array or NDJSON of `{itemId|id|product_id, name, category, brand, price, currency,"
              + " url, imageUrl, withdrawn}`; `price` is a decimal or `{amount, currency}`. The write"
              + " key comes as the user of HTTP Basic or as `?writeKey=`.")
  @RequestBody(
      content = {
        @Content(mediaType = "application/json", schema = @Schema(implementation = Object[].class)),
        @Content(mediaType = "application/x-ndjson")
      })
  @APIResponse(
      responseCode = "200",
      description = "Stored, but for what `rejected` lists",
      content = @Content(schema = @Schema(implementation = CatalogReceipt.class)))
  @APIResponse(responseCode = "400", description = "Nothing could be taken; `errors` say why")
  @APIResponse(responseCode = "401", description = "The write key is missing or wrong")
  @APIResponse(responseCode = "408", description = "The body took too long; a part may be stored")
  @APIResponse(responseCode = "503", description = "Send all of it again; try again")
  public Response take(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @QueryParam("writeKey") String queryKey,
      InputStream body) {
    KeyOwner owner = sources.ownerOf(WriteKeys.presented(authorization, queryKey), clock.instant());
    if (owner.found().isEmpty()) {
      return turnedAway(owner).response();
    }
    if (!budget.tryReserve(WORKING_BYTES)) {
      return Problem.unavailable("Too much is being taken at once; try again.").response();
    }
    try {
      return response(reader.take(new TimedBody(body, PATIENCE, nanoTime), clock.instant()));
    } catch (IOException notSent) {
      return tooSlow();
    } finally {
      budget.release(WORKING_BYTES);
    }
  }

  private static Problem turnedAway(KeyOwner owner) {
    return owner instanceof KeyOwner.NotYetKnown
        ? Problem.unavailable(
            "The sources could not be read yet, and this write key is none of those known.")
        : Problem.of(
            401,
            "wrong-write-key",
            "Write key missing or wrong",
            "Send the source's write key as the user of HTTP Basic or as ?writeKey=.");
  }

  /** Also for a client that has gone, which does not hear it. */
  private static Response tooSlow() {
    return Response.fromResponse(
            Problem.of(
                    408,
                    "body-too-slow",
                    "Body too slow",
                    "The body did not arrive in time. A first part of it may be stored; sending all"
                        + " again is harmless.")
                .response())
        .header("Connection", "close")
        .build();
  }

  private static Response response(CatalogReceipt receipt) {
    if (receipt.accepted() > 0 || receipt.rejected().isEmpty()) {
      return Response.ok(receipt).build();
    }
    List<Problem.FieldError> errors =
        receipt.rejected().stream()
            .map(
                each ->
                    new Problem.FieldError(
                        "/" + (each.line() - 1) + each.pointer(),
                        "Item " + each.line() + ": " + each.detail(),
                        each.reason()))
            .toList();
    return Problem.badRequest(
            "nothing-taken", "Nothing could be taken", "No item of the catalogue could be taken.")
        .with(errors)
        .response();
  }
}
