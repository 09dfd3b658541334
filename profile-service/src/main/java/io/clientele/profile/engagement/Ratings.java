package io.clientele.profile.engagement;

import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;
import java.math.BigDecimal;

/**
 * The reviews that the customer wrote.
 *
 * @param reviews all of them
 * @param rated those with stars
 * @param stars their sum, exact
 */
record Ratings(long reviews, long rated, BigDecimal stars) {

  static final Ratings NONE = new Ratings(0, 0, BigDecimal.ZERO);

  /** Of one review; null where it has no stars. */
  static Ratings of(BigDecimal stars) {
    return stars == null ? new Ratings(1, 0, BigDecimal.ZERO) : new Ratings(1, 1, stars);
  }

  Ratings merge(Ratings other) {
    return new Ratings(reviews + other.reviews, rated + other.rated, stars.add(other.stars));
  }

  /** Null where none has stars. */
  BigDecimal mean() {
    return Mean.of(stars, rated);
  }

  static Ratings unpack(Unpacker unpacker) {
    return new Ratings(unpacker.number(), unpacker.number(), new BigDecimal(unpacker.text()));
  }

  void pack(Packer packer) {
    packer.number(reviews).number(rated).text(stars.toString());
  }
}
