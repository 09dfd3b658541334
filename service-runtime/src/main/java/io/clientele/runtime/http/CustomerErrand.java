package io.clientele.runtime.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that goes to wherever its customer is.
 *
 * @param uri as it came
 * @param body the JSON of a POST, or null for a GET
 * @param local what the instance does or answers that has the customer
 * @param copies whether a copy may answer where the owner does not
 */
record CustomerErrand(UriInfo uri, String body, CopyLookup<Response> local, boolean copies) {

  private static final Pattern PATH = Pattern.compile("(/v1/customers/)[^/]+(.*)");

  /** The same path and query with another id. */
  String pathFor(String id) {
    Matcher path = PATH.matcher(uri.getRequestUri().getRawPath());
    if (!path.matches()) {
      throw new IllegalStateException("not a path of a customer");
    }
    String query = uri.getRequestUri().getRawQuery();
    return path.group(1)
        + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")
        + path.group(2)
        + (query == null ? "" : "?" + query);
  }
}
