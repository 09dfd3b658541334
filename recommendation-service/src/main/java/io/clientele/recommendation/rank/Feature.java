package io.clientele.recommendation.rank;

import io.clientele.recommendation.source.Signal;
import java.util.Arrays;
import java.util.List;

/**
 * What a learned ranker knows of a candidate: models.md, "A live recipe", and what the steps of
 * sessions say beyond it. Logarithms are natural, of one more than the number.
 */
public enum Feature {
  SHARE_M1(Kind.SHARE, Signal.M1),
  SHARE_M1F(Kind.SHARE, Signal.M1F),
  SHARE_SR(Kind.SHARE, Signal.SR),
  SHARE_SRF(Kind.SHARE, Signal.SRF),
  SHARE_SRF_2(Kind.SHARE, Signal.SRF_2),
  SHARE_SRF_3(Kind.SHARE, Signal.SRF_3),
  SHARE_RV(Kind.SHARE, Signal.RV),
  SHARE_COSINE(Kind.SHARE, Signal.COSINE),
  SHARE_SRAGG(Kind.SHARE, Signal.SRAGG),
  SHARE_COAGG(Kind.SHARE, Signal.COAGG),
  SHARE_TWOHOP(Kind.SHARE, Signal.TWOHOP),
  SHARE_A(Kind.SHARE, Signal.A),
  SHARE_A_DIR(Kind.SHARE, Signal.A_DIR),
  SHARE_B(Kind.SHARE, Signal.B),
  SHARE_B_DIR(Kind.SHARE, Signal.B_DIR),
  SHARE_VNEXT(Kind.SHARE, Signal.VNEXT),
  SHARE_HISTORY(Kind.SHARE, Signal.HISTORY),
  RANK_M1F(Kind.RANK, Signal.M1F),
  RANK_SRF(Kind.RANK, Signal.SRF),
  RANK_SRAGG(Kind.RANK, Signal.SRAGG),
  RANK_COAGG(Kind.RANK, Signal.COAGG),
  RANK_TWOHOP(Kind.RANK, Signal.TWOHOP),
  RANK_A(Kind.RANK, Signal.A),
  RANK_B_DIR(Kind.RANK, Signal.B_DIR),
  RANK_VNEXT(Kind.RANK, Signal.VNEXT),
  RAW_A(Kind.RAW, Signal.A),
  RAW_A_DIR(Kind.RAW, Signal.A_DIR),
  RAW_B(Kind.RAW, Signal.B),
  RAW_B_DIR(Kind.RAW, Signal.B_DIR),
  RAW_COAGG(Kind.RAW, Signal.COAGG),
  RAW_M1(Kind.RAW, Signal.M1),
  MASS_SRF(Kind.MASS, Signal.SRF),
  MASS_COSINE(Kind.MASS, Signal.COSINE),
  MASS_COAGG(Kind.MASS, Signal.COAGG),
  MASS_TWOHOP(Kind.MASS, Signal.TWOHOP),
  MASS_A(Kind.MASS, Signal.A),
  MASS_B(Kind.MASS, Signal.B),
  MASS_VNEXT(Kind.MASS, Signal.VNEXT),
  /** The fixed blend. */
  BLEND,
  /** Its rank by the blend, from 0. */
  BLEND_RANK,
  /** How many other items ago it was touched in the session; −1 where it was not. */
  DISTANCE,
  /** How often it was touched in the session. */
  TIMES,
  /** How often it came right after the newest item in the session. */
  AFTER_NEWEST,
  /** How often the newest item came right after it in the session. */
  BEFORE_NEWEST,
  /** How many steps ago it was touched last in the session; −1 where it was not. */
  STEPS_AGO,
  /** How many steps it was touched first after the session's first; −1 where it was not. */
  FIRST_AT,
  /** How often the newest item was touched in the session. */
  TIMES_OF_NEWEST,
  /** How many steps of the session went back to an item. */
  RETURNS,
  /** In how many of the customer's earlier sessions it is. */
  PAST_SESSIONS,
  /** Whether the customer bought it in one of those. */
  PAST_BOUGHT,
  /** Steps of the session. */
  LENGTH,
  /** Items of the session. */
  ITEMS,
  /** Logarithm of the sessions that have it, of 100,000. */
  POPULARITY,
  /** Logarithm of the sessions that have it, older ones less (slow half-life). */
  POPULARITY_SLOW,
  /** The same with the recent half-life. */
  POPULARITY_RECENT,
  /** Recent popularity to slow. */
  TREND,
  /** Logarithm of how many sessions of the shop ago the oldest session read of it was. */
  AGE_OLDEST,
  /** The same of its newest. */
  AGE_NEWEST,
  /** Of the sessions that have it, the share that end with it. */
  END_RATE,
  /** Of the sessions that have it, the share that begin with it. */
  START_RATE,
  /** Of the sessions that have it, the share that have it more than once. */
  REPEAT_RATE,
  /** Of the sessions that have it, the share that put it into the cart. */
  CART_RATE,
  /** Of the sessions that have it, the share that bought it. */
  BUY_RATE,
  /** Logarithm of the seconds that a session spends on it. */
  DWELL,
  /** Logarithm of the sessions that have it and the newest item. */
  BOTH,
  /** Logarithm of how much oftener it is with the newest item than by chance. */
  LIFT,
  /** Of the newest items that the catalogue describes, how many are of its category. */
  CATEGORY_SHARED,
  /** Of those, how many are of its brand. */
  BRAND_SHARED,
  /** Logarithm of its price over that of the newest of those; 0 where it is not known. */
  PRICE_RATIO,
  /** Of the words of its name, at most how many it shares with one of those, 0 to 1. */
  WORDS_SHARED;

  /** What a column says of a signal. */
  enum Kind {
    /** Of all that the signal says, how much is for the candidate. */
    SHARE,
    /** How many candidates the signal says more for. */
    RANK,
    /** What the signal says, in its own unit. */
    RAW,
    /** Logarithm of what the signal says for all candidates. */
    MASS,
    /** Something else. */
    OTHER
  }

  private static final Feature[] ALL = values();

  private final Kind kind;
  private final Signal signal;

  Feature() {
    this(Kind.OTHER, null);
  }

  Feature(Kind kind, Signal signal) {
    this.kind = kind;
    this.signal = signal;
  }

  /** How many there are. */
  public static int count() {
    return ALL.length;
  }

  /** How models name the columns, in their order. */
  public static List<String> names() {
    return Arrays.stream(ALL).map(Feature::name).toList();
  }

  /** Where it stands in a row. Models say which names they know, so that the order may change. */
  @SuppressWarnings("EnumOrdinal") // a model names its columns and is refused where they differ
  int column() {
    return ordinal();
  }

  Kind kind() {
    return kind;
  }

  /** The signal that it is about, null if none. */
  Signal signal() {
    return signal;
  }
}
