package io.clientele.recommendation.serve;

/**
 * A customer for whom suggestions are wanted.
 *
 * @param anyId any of the customer's ids
 * @param item what the customer looks at just now, or null; it is not suggested
 * @param limit how many suggestions at most
 */
public record CustomerQuery(String anyId, String item, int limit) {

  public CustomerQuery {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit of " + limit);
    }
  }
}
