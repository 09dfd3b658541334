package io.clientele.recommendation.rest;

import io.clientele.recommendation.fit.FitResult;
import io.clientele.recommendation.fit.TreeFit;
import io.clientele.recommendation.training.ElectedInstance;
import io.clientele.recommendation.training.FitOutcome;
import io.clientele.recommendation.training.Trainer;
import io.clientele.runtime.http.Peers;
import io.clientele.runtime.http.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What orders suggestions, and letting it learn. */
@Path("/v1/ranker")
@Produces(MediaType.APPLICATION_JSON)
public class RankerResource {

  private static final String FIT = "/v1/ranker/fit";

  /** Many times as long as 400,000 sessions take on two cores. */
  private static final Duration LONGEST_FIT = Duration.ofMinutes(30);

  private final Trainer trainer;
  private final ElectedInstance elected;
  private final TreeFit trees;
  private final Peers peers;

  RankerResource(Trainer trainer, ElectedInstance elected, TreeFit trees, Peers peers) {
    this.trainer = trainer;
    this.elected = elected;
    this.trees = trees;
    this.peers = peers;
  }

  @GET
  @Operation(summary = "What orders suggestions on this instance, how well, and when it learns")
  public RankerStatus status() {
    return RankerStatus.of(
        trainer.serving(),
        new RankerStatus.Here(
            trees.unavailable().orElse("available"),
            elected.isThisOne(),
            trainer.isLearning(),
            trainer.next()));
  }

  /** Looks the elected instance up on a thread that may wait; nobody waits for the fit itself. */
  @POST
  @Path("fit")
  @Blocking
  @Operation(summary = "Lets the ranker learn from the shop's finished sessions; takes minutes")
  @APIResponse(
      responseCode = "200",
      description = "It learned; what is better than what served was published",
      content = @Content(schema = @Schema(implementation = FitAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "There is too little to learn from",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "503",
      description = "The log is still being read, or no instance is elected; try again",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public CompletionStage<Response> fit() {
    if (!elected.isThisOne()) {
      return passOn();
    }
    if (!trainer.isReady()) {
      return unavailable("The log is still being read.");
    }
    return trainer.learn().thenApply(RankerResource::answer);
  }

  /** At most once: who was elected a moment ago knows no better. */
  private CompletionStage<Response> passOn() {
    Optional<String> address = peers.hops() == 0 ? elected.address() : Optional.empty();
    return address
        .map(found -> peers.post(found, FIT, LONGEST_FIT))
        .orElseGet(() -> unavailable("No instance is elected to let the ranker learn."));
  }

  private static Response answer(FitOutcome outcome) {
    if (outcome.result() instanceof FitResult.Fitted fitted) {
      return Response.ok(FitAnswer.of(fitted, outcome.published(), outcome.took())).build();
    }
    FitResult.TooLittleData little = (FitResult.TooLittleData) outcome.result();
    return Problem.of(
            409,
            "too-little-data",
            "Too little data",
            "The newest sessions have %d steps to foretell; %d are needed."
                .formatted(little.queries(), little.needed()))
        .response();
  }

  private static CompletionStage<Response> unavailable(String detail) {
    return CompletableFuture.completedFuture(Problem.unavailable(detail).response());
  }
}
