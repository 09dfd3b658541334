package io.clientele.recommendation.source;

/** Finds candidates for a session and says how much speaks for them. */
public interface Source {

  void score(SessionAtHand session, Scores scores);
}
