package io.clientele.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a customer is worth at a moment, with the facts behind it.
 *
 * @param customerId the canonical id
 * @param asOf the moment asked for
 * @param rfm null, and written so, for a customer without an order at that moment
 */
public record CustomerScores(
    String customerId, Instant asOf, @JsonInclude(JsonInclude.Include.ALWAYS) Rfm rfm) {

  public CustomerScores {
    Require.text(customerId, "customerId");
    Require.present(asOf, "asOf");
  }

  /**
   * Recency, frequency and monetary value against every known customer who had ordered by then.
   *
   * @param recency 1 to 5, 5 best: bought most recently
   * @param frequency 1 to 5, 5 best: most orders
   * @param monetary 1 to 5, 5 best: most net revenue
   * @param group the named cell of the recency–frequency map
   * @param because the figures that were scored
   */
  public record Rfm(int recency, int frequency, int monetary, String group, Facts because) {
    public Rfm {
      inRange(recency, "recency");
      inRange(frequency, "frequency");
      inRange(monetary, "monetary");
      Require.text(group, "group");
    }

    private static void inRange(int score, String name) {
      Require.that(score >= 1 && score <= 5, name + " goes from 1 to 5");
    }
  }

  /**
   * The figures of one customer and how many it was compared with.
   *
   * @param lastOrderAt when the customer's newest order was placed
   * @param orders how many count: neither cancelled nor wholly refunded
   * @param netRevenue what they earned net of refunds, in the base currency
   * @param base known customers with at least one order by then
   */
  public record Facts(Instant lastOrderAt, int orders, BigDecimal netRevenue, long base) {}
}
