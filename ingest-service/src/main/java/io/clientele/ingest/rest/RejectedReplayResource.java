package io.clientele.ingest.rest;

import io.clientele.ingest.ByteBudget;
import io.clientele.ingest.quarantine.ReplayOrder;
import io.clientele.ingest.quarantine.Replays;
import io.clientele.runtime.http.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sends through again what was refused, after a fix. */
@Path("/v1/rejected/replay")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@SecurityRequirement(name = "operator")
@Blocking
@Tag(name = "Quarantine")
public class RejectedReplayResource {

  /** What a share of a replay takes as text, as trees and in the producer. */
  private static final long WORKING_BYTES = 8 * 1024 * 1024;

  private final Replays replays;
  private final ByteBudget budget;

  RejectedReplayResource(Replays replays, ByteBudget budget) {
    this.replays = replays;
    this.budget = budget;
  }

  /** Each is taken once for ever, whoever asks how often. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Send refused events through again",
      description =
          "`{reason, source, since, until, q, ids, limit, cursor}` choose from what has not been"
              + " taken yet, the oldest first; `limit` (1000, at most 10000) is how many are looked"
              + " at. What is refused again stays as it is; `next` goes on behind it.")
  @APIResponse(
      responseCode = "200",
      description = "What became of them",
      content = @Content(schema = @Schema(implementation = ReplayAnswer.class)))
  @APIResponse(responseCode = "400", description = "A field is wrong; `errors` say which")
  @APIResponse(responseCode = "401", description = "The operator token is missing or wrong")
  @APIResponse(responseCode = "403", description = "No operator token is configured")
  @APIResponse(responseCode = "409", description = "Another replay is running")
  @APIResponse(
      responseCode = "503",
      description =
          "Kafka or the database does not answer. What was taken before is marked: send the same"
              + " again.")
  public Response replay(InputStream body) throws IOException {
    ReplayOrder order = ReplayForm.order(Form.body(body));
    if (!budget.tryReserve(WORKING_BYTES)) {
      return Problem.unavailable("Too much is being taken at once; try again.").response();
    }
    try {
      return replays
          .replay(order)
          .map(report -> Response.ok(ReplayAnswer.of(report)).build())
          .orElseGet(RejectedReplayResource::busy);
    } finally {
      budget.release(WORKING_BYTES);
    }
  }

  private static Response busy() {
    return Problem.of(
            409,
            "replay-running",
            "Replay running",
            "Another replay is running; try again after it.")
        .response();
  }
}
