package io.clientele.recommendation.serve;

/**
 * A customer for whom suggestions are wanted.
 *
 * @param anyId any of the customer's ids
 * @param item what the customer looks at just now, or null; it is not suggested
 * @param limit how many suggestions at most
 * @param placement where in the shop they are to stand, in the shop's words, or null
 */
public record CustomerQuery(String anyId, String item, int limit, String placement) {

  public CustomerQuery {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit of " + limit);
    }
  }
}
