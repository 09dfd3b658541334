package io.clientele.recommendation.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.ShopMemory;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import io.clientele.recommendation.serve.Shop;
import io.clientele.recommendation.source.Rows;
import io.clientele.recommendation.source.SessionAtHand;
import io.clientele.recommendation.source.Sources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions a b c, a c, b a b; somebody has looked at b, a, b, a. */
class DescriptionTest {

  private static final long BYTES = 1 << 20;

  private final ShopView shop = shop();
  private final Candidates candidates =
      new Ranking(shop, Sources.of(shop, new Rows(shop, BYTES)))
          .of(SessionAtHand.of(List.of("b", "a", "b", "a"), shop, List.of()));
  private final FeatureMatrix rows = new FeatureMatrix(Feature.count());

  DescriptionTest() {
    candidates.describe(rows);
  }

  @Test
  void signalsAreSharesRanksAmountsAndMasses() {
    float all = 0;
    for (String item : List.of("a", "b", "c")) {
      all += get(item, Feature.SHARE_SRF);
    }
    assertThat(all).isCloseTo(1, within(1e-5f));
    // After a: b twice and c once at once, b and c ... 1/2: c after a b.
    assertThat(get("b", Feature.RAW_M1)).isEqualTo(2);
    assertThat(get("c", Feature.RAW_M1)).isEqualTo(1);
    assertThat(get("b", Feature.RANK_SRF)).isZero();
    assertThat(get("c", Feature.RANK_SRF)).isEqualTo(1);
    assertThat(get("a", Feature.RANK_SRF)).isEqualTo(Candidates.RANKED);
    assertThat(get("a", Feature.MASS_SRF)).isCloseTo((float) Math.log(1 + 3.5), within(1e-4f));
  }

  @Test
  void sessionIsToldByPlaces() {
    assertThat(get("a", Feature.DISTANCE)).isZero();
    assertThat(get("b", Feature.DISTANCE)).isEqualTo(1);
    assertThat(get("c", Feature.DISTANCE)).isEqualTo(-1);
    assertThat(get("b", Feature.TIMES)).isEqualTo(2);
    assertThat(get("b", Feature.AFTER_NEWEST)).isEqualTo(1);
    assertThat(get("b", Feature.BEFORE_NEWEST)).isEqualTo(2);
    assertThat(get("c", Feature.LENGTH)).isEqualTo(4);
    assertThat(get("c", Feature.ITEMS)).isEqualTo(2);
  }

  @Test
  void habitsAreRatesOfTheSessionsThatHaveTheItem() {
    assertThat(get("b", Feature.START_RATE)).isEqualTo(.5f);
    assertThat(get("b", Feature.END_RATE)).isEqualTo(.5f);
    assertThat(get("b", Feature.REPEAT_RATE)).isEqualTo(.5f);
    assertThat(get("c", Feature.END_RATE)).isEqualTo(1);
    assertThat(get("a", Feature.DWELL)).isCloseTo((float) Math.log(1 + 10), within(1e-5f));
    assertThat(get("b", Feature.POPULARITY))
        .isCloseTo((float) Math.log(1 + 200_000 / 3.0), within(1e-3f));
    assertThat(get("c", Feature.BUY_RATE)).isZero();
  }

  @Test
  void companyOfTheNewestItemIsCounted() {
    assertThat(get("b", Feature.BOTH)).isCloseTo((float) Math.log(1 + 2), within(1e-5f));
    assertThat(get("c", Feature.BOTH)).isCloseTo((float) Math.log(1 + 2), within(1e-5f));
    assertThat(get("b", Feature.LIFT)).isCloseTo((float) Math.log(1 + 1), within(1e-5f));
  }

  @Test
  void sessionThatIsInTheIndexSeesNothingOfItself() {
    SessionAtHand asker = SessionAtHand.of(List.of("a", "c"), shop, shop.session("ac"));
    HalfLives halfLives = shop.halfLives();
    double now = shop.newestMillis() / 1000.0;

    Habits c = Habits.of(shop.posting(shop.find("c")), shop.find("c"), asker, halfLives, now);

    assertThat(c.sessions()).isEqualTo(1);
    assertThat(c.usage().ends()).isEqualTo(1);
    assertThat(c.slow()).isCloseTo(1, within(1e-3));
    SessionAtHand only = SessionAtHand.of(List.of("c"), shop, sessionsWith("c"));
    assertThat(Habits.of(shop.posting(shop.find("c")), shop.find("c"), only, halfLives, now))
        .isNull();
  }

  private List<long[]> sessionsWith(String item) {
    return shop.sessionsBefore(Long.MAX_VALUE).stream()
        .filter(steps -> Steps.lastOf(steps, shop.find(item)) >= 0)
        .toList();
  }

  private float get(String item, Feature feature) {
    for (int row = 0; row < candidates.size(); row++) {
      if (candidates.text(row).equals(item)) {
        return rows.get(row, feature.column());
      }
    }
    throw new AssertionError("no candidate " + item);
  }

  private static ShopView shop() {
    List<Fact> facts = new ArrayList<>();
    List<List<String>> sessions =
        List.of(List.of("a", "b", "c"), List.of("a", "c"), List.of("b", "a", "b"));
    for (List<String> session : sessions) {
      String name = String.join("", session);
      for (int step = 0; step < session.size(); step++) {
        Duration at = Duration.ofSeconds(10L * step);
        facts.add(Shop.viewed("anonymous:" + name, name, at, session.get(step)));
      }
    }
    ShopMemory memory = new ShopMemory(BYTES);
    memory.learn(facts);
    return memory.view();
  }
}
