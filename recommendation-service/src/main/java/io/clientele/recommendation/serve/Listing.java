package io.clientele.recommendation.serve;

import io.clientele.recommendation.rank.Candidates;
import io.clientele.recommendation.serve.TopItems.Ranked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** One answer in the making: the best first, each item once, none that the rules leave out. */
final class Listing {

  private final Rules rules;
  private final Rules.Request request;
  private final int limit;
  private final List<Suggestion> suggestions = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  Listing(Rules rules, Rules.Request request, int limit) {
    this.rules = rules;
    this.request = request;
    this.limit = limit;
  }

  /** Adds candidates, the best first, with reasons by their ranks. */
  void add(Candidates candidates, Function<List<Integer>, List<Reason>> reasons) {
    List<Integer> ranks = new ArrayList<>();
    for (int rank = 0; rank < candidates.size() && ranks.size() < room(); rank++) {
      if (isNew(candidates.item(rank), candidates.text(rank))) {
        ranks.add(rank);
      }
    }
    List<Reason> why = reasons.apply(ranks);
    for (int i = 0; i < why.size(); i++) {
      int rank = ranks.get(i);
      suggestions.add(new Suggestion(candidates.text(rank), candidates.score(rank), why.get(i)));
    }
  }

  /** Adds what trends, the best first. */
  void add(List<Ranked> trending, Function<Ranked, Suggestion> suggestion) {
    for (Ranked ranked : trending) {
      if (room() == 0) {
        return;
      }
      if (isNew(ranked.item(), ranked.id())) {
        suggestions.add(suggestion.apply(ranked));
      }
    }
  }

  /** How many more there may be. */
  int room() {
    return limit - suggestions.size();
  }

  List<Suggestion> suggestions() {
    return List.copyOf(suggestions);
  }

  /** Each item is judged once only, so that what is left out is counted once. */
  private boolean isNew(int item, String id) {
    return seen.add(id) && rules.allow(item, id, request);
  }
}
