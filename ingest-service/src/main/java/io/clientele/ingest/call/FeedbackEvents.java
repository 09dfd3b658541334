package io.clientele.ingest.call;

import io.clientele.contract.Channel;
import io.clientele.contract.Payload.Reviewed;
import io.clientele.contract.Payload.ServiceTicket;
import io.clientele.contract.Payload.ServiceTicket.Status;
import io.clientele.contract.Payload.SurveyAnswered;
import io.clientele.contract.Payload.SurveyAnswered.Survey;
import io.clientele.ingest.Reason;
import java.math.BigDecimal;
import java.util.Map;

/** Telling: reviews, surveys, service tickets. */
final class FeedbackEvents {

  private FeedbackEvents() {}

  /** By event name in lower case. */
  static Map<String, TrackTranslator> table() {
    return Map.of(
        "product reviewed", FeedbackEvents::reviewed,
        "survey answered", (properties, market) -> answered(survey(properties), properties),
        "nps answered", (properties, market) -> answered(Survey.NPS, properties),
        "csat answered", (properties, market) -> answered(Survey.CSAT, properties),
        "ticket opened", (properties, market) -> ticket(Status.OPENED, properties),
        "ticket updated", (properties, market) -> ticket(Status.UPDATED, properties),
        "ticket resolved", (properties, market) -> ticket(Status.RESOLVED, properties),
        "complaint", (properties, market) -> ticket(Status.COMPLAINT, properties));
  }

  private static Translation reviewed(Fields properties, Market market) {
    Wording.texts(properties, "product_id", "sku", "review_id", "review_body");
    Reviewed review =
        new Reviewed(Products.id(properties), properties.id("review_id"), rating(properties));
    return Translation.of(review).with("reviewBody", properties.personalText("review_body"));
  }

  private static BigDecimal rating(Fields properties) {
    BigDecimal rating = properties.decimal("rating", Reason.INVALID_VALUE);
    if (rating != null && rating.signum() < 0) {
      throw new Refusal(
          Reason.INVALID_VALUE, properties.pointer("rating"), "'rating' must not be negative.");
    }
    return rating;
  }

  private static Translation answered(Survey survey, Fields properties) {
    Wording.texts(properties, "comment");
    BigDecimal score = properties.decimal("score", Reason.INVALID_VALUE);
    int least = survey == Survey.NPS ? 0 : 1;
    int most = survey == Survey.NPS ? 10 : 5;
    if (score == null
        || score.stripTrailingZeros().scale() > 0
        || score.compareTo(BigDecimal.valueOf(least)) < 0
        || score.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new Refusal(
          Reason.INVALID_VALUE,
          properties.pointer("score"),
          "'score' must be a whole number from " + least + " to " + most + ".");
    }
    return Translation.of(new SurveyAnswered(survey, score.intValueExact()))
        .with("comment", properties.personalText("comment"))
        .usuallyIn(Channel.SURVEY);
  }

  private static Survey survey(Fields properties) {
    String name = properties.text("survey");
    if ("nps".equalsIgnoreCase(name)) {
      return Survey.NPS;
    }
    if ("csat".equalsIgnoreCase(name)) {
      return Survey.CSAT;
    }
    throw new Refusal(
        Reason.INVALID_VALUE, properties.pointer("survey"), "'survey' must be nps or csat.");
  }

  private static Translation ticket(Status status, Fields properties) {
    Wording.texts(properties, "ticket_id", "subject", "description");
    String id = properties.id("ticket_id");
    if (id == null) {
      throw new Refusal(
          Reason.INVALID_VALUE,
          properties.pointer("ticket_id"),
          "'ticket_id' says which ticket it is.");
    }
    return Translation.of(new ServiceTicket(id, status))
        .with("subject", properties.personalText("subject"))
        .with("description", properties.personalText("description"))
        .usuallyIn(Channel.SERVICE);
  }
}
