package io.clientele.contract.profile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What the customer told the shop, for life. Means are rounded to hundredths.
 *
 * @param reviews how many
 * @param rating their mean, in the shop's own stars; null where no review has one
 * @param recommendation the net promoter question, 0 to 10; null where it was never answered
 * @param recommender what the newest answer to it makes of the customer; null without one
 * @param satisfaction the question after satisfaction, 1 to 5; null where it was never answered
 * @param openTickets service tickets that are not resolved, of the 200 that moved last
 * @param openTicketIds of those the 20 that moved last, the last one first
 * @param complaints how many
 * @param lastComplaintAt when the latest occurred; null where there is none
 */
public record Feedback(
    long reviews,
    BigDecimal rating,
    Answers recommendation,
    Recommender recommender,
    Answers satisfaction,
    int openTickets,
    List<String> openTicketIds,
    long complaints,
    Instant lastComplaintAt) {

  /**
   * The answers to one question.
   *
   * @param count how many
   * @param mean of all
   * @param newest the newest score
   * @param newestAt when that was given
   */
  public record Answers(long count, BigDecimal mean, int newest, Instant newestAt) {}

  /** The three kinds of customers that the Net Promoter Score tells apart (Reichheld 2003). */
  public enum Recommender {
    /** 9 or 10. */
    PROMOTER,
    /** 7 or 8. */
    PASSIVE,
    /** 0 to 6. */
    DETRACTOR;

    /** The lower-case name that records carry. */
    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Feedback {
    openTicketIds = openTicketIds == null ? List.of() : List.copyOf(openTicketIds);
  }
}
