package io.clientele.scoring.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.runtime.http.Moments;
import io.clientele.scoring.OwnBase;
import io.clientele.scoring.rfm.BaseShare;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** This instance's share of the base, for its peers. */
@Path(OwnBaseResource.PATH)
public class OwnBaseResource {

  static final String PATH = "/internal/rfm-base";

  private final OwnBase own;
  private final Clock clock;

  OwnBaseResource(OwnBase own, Clock clock) {
    this.own = own;
    this.clock = clock;
  }

  /** Where a peer gives its share as of a moment, or its live one. */
  public static String pathFor(Optional<Instant> at) {
    return PATH + at.map(moment -> "?at=" + URLEncoder.encode(moment.toString(), UTF_8)).orElse("");
  }

  /** The share as of {@code at}, or the live one. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public BaseShare base(@QueryParam("at") String at) {
    Instant now = clock.instant();
    return at == null ? own.live(now) : own.asOf(Moments.parse(at, "at", now));
  }
}
