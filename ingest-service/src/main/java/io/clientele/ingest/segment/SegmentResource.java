package io.clientele.ingest.segment;

import io.clientele.ingest.BoundedBody;
import io.clientele.ingest.ByteBudget;
import io.clientele.ingest.Receipt;
import io.clientele.ingest.Sources;
import io.clientele.ingest.segment.SegmentCalls.Call;
import io.clientele.runtime.http.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.HeaderParam;
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
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The Segment API over HTTP. Takes any content type, since clients send JSON under several. */
@Path("/v1")
@Tag(name = "Segment calls")
public class SegmentResource {

  static final int LARGEST_BODY_BYTES = 4 * 1024 * 1024;

  private final SegmentCalls calls;
  private final ByteBudget budget;

  /** For bodies that have to be read before anybody knows whether they bring a valid key. */
  private final ByteBudget unproven;

  private final Clock clock;

  SegmentResource(SegmentCalls calls, ByteBudget budget, Clock clock) {
    this.calls = calls;
    this.budget = budget;
    this.unproven = budget.share(2L * LARGEST_BODY_BYTES);
    this.clock = clock;
  }

  /**
   * Takes one event, or a batch of them.
   *
   * @param contentLength as the client says, or null; decides how much memory is set aside
   */
  @POST
  @Path("{call:track|identify|page|screen|group|alias|batch|import}")
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(
      summary = "Take one event, or a batch (batch, import)",
      description =
          "The write key comes as the user of HTTP Basic, as `writeKey` in the body or as"
              + " `?writeKey=`. Answers when the brokers have acknowledged every event. Retries with"
              + " the same messageId are harmless for seven days.")
  @RequestBody(
      content =
          @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "200",
      description = "Stored, but for what `rejected` lists",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(responseCode = "400", description = "Nothing could be taken; `errors` say why")
  @APIResponse(responseCode = "401", description = "The write key is missing or wrong")
  @APIResponse(
      responseCode = "413",
      description = "The body is larger than 4 MB, or holds too much")
  @APIResponse(responseCode = "503", description = "Nothing is claimed to be stored; try again")
  public CompletionStage<Response> take(
      @PathParam("call") String name,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @QueryParam("writeKey") String queryKey,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) Long contentLength,
      InputStream body)
      throws IOException {
    long expected = contentLength == null ? LARGEST_BODY_BYTES : contentLength;
    if (expected > LARGEST_BODY_BYTES) {
      return answered(tooLarge());
    }
    String key = Sources.presentedKey(authorization, queryKey);
    if (key != null && !calls.isKnown(key)) {
      return answered(response(new SegmentAnswer.Unauthorised()));
    }
    ByteBudget share = key == null ? unproven : budget;
    if (!share.tryReserve(expected)) {
      return answered(
          Problem.unavailable("Too much is being taken at once; try again.").response());
    }
    boolean handedOn = false;
    try {
      Call call = new Call(name, "POST /v1/" + name, key, clock.instant());
      Optional<byte[]> bytes = BoundedBody.read(body, LARGEST_BODY_BYTES);
      CompletionStage<Response> answer =
          bytes.isEmpty()
              ? answered(tooLarge())
              : calls.answer(call, bytes.get()).thenApply(SegmentResource::response);
      handedOn = true;
      return answer.whenComplete((response, failure) -> share.release(expected));
    } finally {
      if (!handedOn) {
        share.release(expected);
      }
    }
  }

  private static Response response(SegmentAnswer answer) {
    if (answer instanceof SegmentAnswer.Taken taken) {
      return Response.ok(taken.receipt()).build();
    }
    if (answer instanceof SegmentAnswer.Nothing nothing) {
      return nothing.problem().response();
    }
    return Problem.of(
            401,
            "wrong-write-key",
            "Write key missing or wrong",
            "Send the source's write key as the user of HTTP Basic, as 'writeKey' in the body or"
                + " as ?writeKey=.")
        .response();
  }

  private static Response tooLarge() {
    return Problem.of(
            413,
            "body-too-large",
            "Body too large",
            "A body may have 4 MB, an event in it 1 MB; send smaller batches.")
        .response();
  }

  private static CompletionStage<Response> answered(Response response) {
    return CompletableFuture.completedStage(response);
  }
}
