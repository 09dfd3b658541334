package io.clientele.ingest.rest;

import io.clientele.ingest.source.SourceOutcome;
import io.clientele.ingest.source.SourcesUnavailableException;
import io.clientele.runtime.http.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Why an operator's wish for a source is not granted. */
public class SourceProblems {

  @ServerExceptionMapper
  Response unavailable(SourcesUnavailableException e) {
    return Problem.unavailable(
            "The database of sources does not answer; try again. Events are taken all the same.")
        .response();
  }

  static Problem of(SourceOutcome.Refused refused) {
    return switch (refused) {
      case UNKNOWN_SOURCE ->
          Problem.of(404, "unknown-source", "Unknown source", "There is no source of this name.");
      case UNKNOWN_KEY ->
          Problem.of(404, "unknown-key", "Unknown key", "The source has no key of this id.");
      case NAME_TAKEN ->
          Problem.of(
              409,
              "name-taken",
              "Name taken",
              "A source has this name or once had it; events carry it for ever, so it is not given"
                  + " anew.");
      case DEFAULT_SOURCE ->
          Problem.of(
              409, "default-source", "Default source", "The default source cannot be deleted.");
      case CONFIGURED_KEY ->
          Problem.of(
              409,
              "configured-key",
              "Configured key",
              "This key ends when clientele.ingest.write-key is changed and the service restarted.");
    };
  }
}
