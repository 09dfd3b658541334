package io.clientele.profile.engagement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Payload.ServiceTicket.Status;
import io.clientele.contract.Payload.SurveyAnswered.Survey;
import io.clientele.contract.profile.Feedback;
import io.clientele.contract.profile.Feedback.Recommender;
import io.clientele.profile.fold.Extent;
import io.clientele.profile.fold.Family;
import io.clientele.profile.fold.Moments;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Stamp;
import io.clientele.profile.fold.Unpacker;
import java.time.Instant;
import java.util.List;

/**
 * What the customer told the shop: reviews, surveys and service tickets. Sums, the newest answers
 * and the 200 tickets that moved last are its bound.
 *
 * @param recommendation the net promoter question
 * @param satisfaction the question after satisfaction
 * @param complaints how many
 * @param complainedAt when the latest complaint occurred; null where there is none
 */
public record CustomerVoice(
    Ratings ratings,
    Scores recommendation,
    Scores satisfaction,
    Tickets tickets,
    long complaints,
    Instant complainedAt)
    implements Family<CustomerVoice, Feedback> {

  public static final CustomerVoice ZERO = new CustomerVoice(null, null, null, null, 0, null);

  /** How many open tickets a profile lists. */
  private static final int MOST_SHOWN = 20;

  /** Of a ticket's id in JSON; what is longer is none that could be looked up. */
  private static final int MOST_ID_BYTES = 200;

  private static final int LEAST_OF_PROMOTERS = 9;
  private static final int LEAST_OF_PASSIVES = 7;

  public CustomerVoice {
    ratings = ratings == null ? Ratings.NONE : ratings;
    recommendation = recommendation == null ? Scores.NONE : recommendation;
    satisfaction = satisfaction == null ? Scores.NONE : satisfaction;
    tickets = tickets == null ? Tickets.NONE : tickets;
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CustomerVoice unpack(byte[] packed) {
    Unpacker unpacker = new Unpacker(packed);
    if (!unpacker.hasMore()) {
      return ZERO;
    }
    return new CustomerVoice(
        Ratings.unpack(unpacker),
        Scores.unpack(unpacker),
        Scores.unpack(unpacker),
        Tickets.unpack(unpacker),
        unpacker.number(),
        unpacker.hasMore() ? unpacker.time() : null);
  }

  @JsonValue
  byte[] pack() {
    Packer packer = new Packer();
    if (!equals(ZERO)) {
      ratings.pack(packer);
      recommendation.pack(packer);
      satisfaction.pack(packer);
      tickets.pack(packer);
      packer.number(complaints);
      if (complainedAt != null) {
        packer.time(complainedAt);
      }
    }
    return packer.toBytes();
  }

  @Override
  public CustomerVoice add(CustomerEvent event) {
    Stamp stamp = Stamp.of(event);
    if (event.payload() instanceof Payload.Reviewed review) {
      return merge(new CustomerVoice(Ratings.of(review.rating()), null, null, null, 0, null));
    } else if (event.payload() instanceof Payload.SurveyAnswered answer) {
      Scores score = Scores.of(answer.score(), stamp);
      return merge(
          answer.survey() == Survey.NPS
              ? new CustomerVoice(null, score, null, null, 0, null)
              : new CustomerVoice(null, null, score, null, 0, null));
    } else if (event.payload() instanceof Payload.ServiceTicket ticket) {
      return merge(of(ticket, stamp));
    }
    return this;
  }

  @Override
  public CustomerVoice merge(CustomerVoice other) {
    return new CustomerVoice(
        ratings.merge(other.ratings),
        recommendation.merge(other.recommendation),
        satisfaction.merge(other.satisfaction),
        tickets.merge(other.tickets),
        complaints + other.complaints,
        Moments.later(complainedAt, other.complainedAt));
  }

  @Override
  public Feedback at(Instant time) {
    List<String> open = tickets.open();
    return new Feedback(
        ratings.reviews(),
        ratings.mean(),
        recommendation.answers(),
        recommender(),
        satisfaction.answers(),
        open.size(),
        open.subList(0, Math.min(open.size(), MOST_SHOWN)),
        complaints,
        complainedAt);
  }

  private static CustomerVoice of(Payload.ServiceTicket ticket, Stamp stamp) {
    Tickets moved =
        Extent.of(ticket.ticketId()) <= MOST_ID_BYTES
            ? Tickets.of(ticket.ticketId(), ticket.status(), stamp)
            : null;
    boolean complaint = ticket.status() == Status.COMPLAINT;
    return new CustomerVoice(
        null, null, null, moved, complaint ? 1 : 0, complaint ? stamp.at() : null);
  }

  private Recommender recommender() {
    if (recommendation.count() == 0) {
      return null;
    } else if (recommendation.newest() >= LEAST_OF_PROMOTERS) {
      return Recommender.PROMOTER;
    }
    return recommendation.newest() >= LEAST_OF_PASSIVES
        ? Recommender.PASSIVE
        : Recommender.DETRACTOR;
  }
}
