package io.clientele.profile.engagement;

import io.clientele.contract.profile.Feedback.Answers;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Stamp;
import io.clientele.profile.fold.Unpacker;
import java.math.BigDecimal;

/**
 * The answers to one survey question.
 *
 * @param sum of all scores
 * @param newest the newest score
 * @param stamp of the newest; null where there is no answer
 */
record Scores(long count, long sum, int newest, Stamp stamp) {

  static final Scores NONE = new Scores(0, 0, 0, null);

  static Scores of(int score, Stamp stamp) {
    return new Scores(1, score, score, stamp);
  }

  Scores merge(Scores other) {
    if (count == 0 || other.count == 0) {
      return count == 0 ? other : this;
    }
    Scores newer = stamp.compareTo(other.stamp) < 0 ? other : this;
    return new Scores(count + other.count, sum + other.sum, newer.newest, newer.stamp);
  }

  /** Null where there is no answer. */
  Answers answers() {
    return count == 0
        ? null
        : new Answers(count, Mean.of(BigDecimal.valueOf(sum), count), newest, stamp.at());
  }

  static Scores unpack(Unpacker unpacker) {
    long count = unpacker.number();
    return count == 0
        ? NONE
        : new Scores(count, unpacker.number(), unpacker.integer(), Stamp.unpack(unpacker));
  }

  void pack(Packer packer) {
    packer.number(count);
    if (count > 0) {
      stamp.pack(packer.number(sum).number(newest));
    }
  }
}
