package io.clientele.recommendation.rest;

import io.clientele.recommendation.serve.CustomerQuery;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * What may be said of the list that a customer is to see.
 *
 * @param limit how many suggestions are wanted, 1 to 100
 * @param item the product that the customer looks at just now
 * @param placement where the list is to stand
 */
record CustomerRequest(
    @QueryParam("limit") @DefaultValue(Limits.USUAL) String limit,
    @Parameter(description = "The product that the customer looks at just now") @QueryParam("item")
        String item,
    @Parameter(description = "Where in the shop the list is to stand, in the shop's words")
        @QueryParam("placement")
        String placement) {

  /** The query that it means. */
  CustomerQuery query(String customerId) {
    return new CustomerQuery(Ids.ofPath(customerId), Ids.within("item", item), Limits.parse(limit));
  }

  /** Where the list is to stand, or null. */
  String place() {
    return Ids.within("placement", placement);
  }
}
