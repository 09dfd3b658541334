package io.clientele.recommendation.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.memory.ShopMemory;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.rank.Candidates;
import io.clientele.recommendation.rank.Feature;
import io.clientele.recommendation.rank.FeatureMatrix;
import io.clientele.recommendation.rank.Ranking;
import io.clientele.recommendation.serve.Shop;
import io.clientele.recommendation.source.Rows;
import io.clientele.recommendation.source.SessionAtHand;
import io.clientele.recommendation.source.Sources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final long BYTES = 1 << 20;

  private final List<Fact> facts = new ArrayList<>();

  @Test
  void sessionIsKnownToThoseThatAreAskedAfterItsEnd() {
    visit("a", 0, 10, "start", "a2");
    visit("b", 100, 10, "start", "b2");
    visit("c", 200, 10, "start", "c2");

    Map<String, Set<String>> known = played(1);

    assertThat(known.get("b2")).contains("a2").doesNotContain("b2");
    assertThat(known.get("c2")).contains("a2", "b2");
  }

  @Test
  void whoIsStillUnderWayKnowsNothingOfWhatEndsLater() {
    visit("first", 0, 10, "start", "first2");
    visit("long", 100, 900, "start", "long2", "long3");
    visit("between", 500, 10, "start", "between2");

    Map<String, Set<String>> known = played(1);

    assertThat(known.keySet()).containsExactly("between2", "long2", "long3");
    assertThat(known.get("between2")).doesNotContain("long2");
    assertThat(known.get("long2")).contains("between2");
  }

  @Test
  void stepsBeforeWhatHasEnteredAreNotAskedFor() {
    visit("early", 0, 10, "start", "early2");
    visit("entered", 100, 800, "start", "entered2"); // until 900
    visit("overlapping", 500, 600, "start", "overlapping2", "overlapping3");
    visit("long", 50, 840, "start", "long2", "long3"); // at 890 and 1730

    assertThat(played(2).keySet()).containsExactly("overlapping2", "overlapping3", "long3");
  }

  @Test
  void linesOfOneOrderDoNotForetellEachOther() {
    visit("early", 0, 10, "start", "early2");
    facts.add(Shop.viewed("ada", "order", Duration.ofSeconds(50), "start"));
    facts.add(Shop.ordered("ada", "order", Duration.ofSeconds(60), "1", "tea", "cup", "pot"));

    assertThat(played(1)).hasSize(1);
  }

  @Test
  void whatIsAskedForIsWhatServingWouldHaveSaidThen() {
    visit("a", 0, 10, "start", "a2", "start", "a3");
    visit("b", 100, 10, "b1", "start", "a2");
    visit("c", 200, 10, "start", "b1");
    List<Fact> before = List.copyOf(facts);
    visit("d", 300, 10, "a2", "start", "d3");
    ShopMemory then = new ShopMemory(BYTES);
    then.learn(before);
    Ranking ranking = ranking(then.view());
    List<String> asked = List.of("a2", "start");
    Candidates served = ranking.of(SessionAtHand.of(asked, then.view(), List.of()));
    List<String> expected = described(served);

    ShopMemory whole = new ShopMemory(BYTES);
    whole.learn(facts);
    List<Walk> walks = walks(whole);
    Replay replay = new Replay(whole.view(), BYTES);
    replay.enter(walks.subList(0, 3));
    Map<String, List<String>> replayed = new LinkedHashMap<>();
    replay.play(
        walks.subList(3, 4),
        new Choice(1),
        (candidates, next) -> replayed.put(next, described(candidates)));

    assertThat(replayed.get("d3")).isEqualTo(expected).isNotEmpty();
  }

  private static Ranking ranking(ShopView shop) {
    return new Ranking(shop, Sources.of(shop, new Rows(shop, BYTES)));
  }

  /** Each candidate with all that rankers look at. */
  private static List<String> described(Candidates candidates) {
    FeatureMatrix rows = new FeatureMatrix(Feature.count());
    candidates.describe(rows);
    List<String> described = new ArrayList<>();
    for (int rank = 0; rank < candidates.size(); rank++) {
      StringBuilder line = new StringBuilder(candidates.text(rank));
      for (int column = 0; column < rows.columns(); column++) {
        line.append(' ').append(rows.get(rank, column));
      }
      described.add(line.toString());
    }
    return described;
  }

  private static List<Walk> walks(ShopMemory memory) {
    return memory.view().sessionsBefore(Long.MAX_VALUE).stream()
        .flatMap(steps -> Walk.of(steps, memory.view()).stream())
        .toList();
  }

  /**
   * What came next, in the order of asking, and which candidates were known then; so many sessions
   * have entered before.
   */
  private Map<String, Set<String>> played(int entered) {
    ShopMemory memory = new ShopMemory(BYTES);
    memory.learn(facts);
    List<Walk> walks = walks(memory);
    Replay replay = new Replay(memory.view(), BYTES);
    replay.enter(walks.subList(0, entered));
    Map<String, Set<String>> asked = new LinkedHashMap<>();
    replay.play(
        walks.subList(entered, walks.size()),
        new Choice(1),
        (candidates, next) -> {
          Set<String> known = new HashSet<>();
          for (int rank = 0; rank < candidates.size(); rank++) {
            known.add(candidates.text(rank));
          }
          asked.put(next, known);
        });
    return asked;
  }

  private void visit(String session, int second, int pause, String... items) {
    for (int step = 0; step < items.length; step++) {
      Duration at = Duration.ofSeconds(second + (long) pause * step);
      facts.add(Shop.viewed("anonymous:" + session, session, at, items[step]));
    }
  }
}
