package io.clientele.bare;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/**
 * Parses a call to a tree and answers, on the event loop: no thread is changed, nothing is checked
 * and nothing is kept, so that nothing which takes the same call could be faster.
 */
@Path("/v1/track")
public class BareResource {

  /** The answer of ingest, as far as it has one for a call that it takes. */
  public record Receipt(int accepted) {}

  @POST
  @NonBlocking
  public Receipt take(JsonNode call) {
    return new Receipt(call.isObject() ? 1 : 0);
  }
}
