package io.clientele.ingest.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page of sources, by name.
 *
 * @param sources no more than were asked for
 * @param next the cursor of the page after this, or null at the end
 */
record SourcePage(
    List<SourceAnswer> sources, @JsonInclude(JsonInclude.Include.ALWAYS) String next) {

  SourcePage {
    sources = List.copyOf(sources);
  }
}
