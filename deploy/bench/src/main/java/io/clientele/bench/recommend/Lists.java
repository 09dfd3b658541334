package io.clientele.bench.recommend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What answers hold: a service that answers nothing is fast.
 *
 * @param asked how many
 * @param shorter with fewer items than asked for
 * @param dueToSession of all suggested items the share that is not merely trending
 */
record Lists(int asked, int shorter, double dueToSession) {

  private static final int ASKED = 200;
  private static final long SEED = 29;

  /** Asks for a sample, one after the other. */
  static Lists sampled(RecommendationClient client) throws IOException, InterruptedException {
    SessionRequests visits = new SessionRequests(Optional.empty(), SEED);
    int shorter = 0;
    int items = 0;
    int due = 0;
    for (int number = 0; number < ASKED; number++) {
      JsonNode list = client.suggestions(visits.visit(), Optional.empty()).path("items");
      shorter += list.size() < SessionRequests.LIMIT ? 1 : 0;
      items += list.size();
      for (JsonNode item : list) {
        due += item.at("/reason/kind").asText().equals("trending") ? 0 : 1;
      }
    }
    return new Lists(ASKED, shorter, items == 0 ? 0 : (double) due / items);
  }

  /** The rankers that answer when they are asked to, at least one visit of many. */
  static Set<Ranker> offered(RecommendationClient client) throws IOException, InterruptedException {
    EnumSet<Ranker> offered = EnumSet.noneOf(Ranker.class);
    SessionRequests visits = new SessionRequests(Optional.empty(), SEED);
    for (int number = 0; number < ASKED; number++) {
      for (Ranker ranker : EnumSet.complementOf(offered)) {
        JsonNode answer = client.suggestions(visits.visit(), Optional.of(ranker));
        if (ranker.made(answer.path("model").asText())) {
          offered.add(ranker);
        }
      }
    }
    return offered;
  }
}
