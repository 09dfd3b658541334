package io.clientele.ingest.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page of rejections, the newest first.
 *
 * @param rejected no more than were asked for
 * @param next the cursor of the page after this, or null at the end
 */
record RejectedPage(
    List<RejectedAnswer> rejected, @JsonInclude(JsonInclude.Include.ALWAYS) String next) {

  RejectedPage {
    rejected = List.copyOf(rejected);
  }
}
