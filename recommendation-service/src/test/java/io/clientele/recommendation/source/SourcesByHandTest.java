package io.clientele.recommendation.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.recommendation.memory.ShopMemory;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.serve.Shop;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three sessions, a b c, a c and b a b, so close in time that age says nothing. */
class SourcesByHandTest {

  private static final Offset<Double> FOUR_DIGITS = within(1e-4);

  private final ShopMemory memory = new ShopMemory(1_000_000);
  private final ShopView shop = memory.view();
  private final Rows rows = new Rows(shop, 1_000_000);
  private final Scores scores = new Scores();

  @BeforeEach
  void sessions() {
    walk("q1", "a", "b", "c");
    walk("q2", "a", "c");
    walk("q3", "b", "a", "b");
    scores.begin();
  }

  @Test
  void lastItemCountsWhatFollowedItAndWhatCameBefore() {
    new LastItem(shop, rows).score(session("a"), scores);

    assertThat(raw(Signal.M1, "b")).isEqualTo(2);
    assertThat(raw(Signal.M1, "c")).isEqualTo(1);
    assertThat(raw(Signal.SR, "b")).isEqualTo(2);
    assertThat(raw(Signal.SR, "c")).isEqualTo(1.5);
    assertThat(raw(Signal.RV, "b")).isEqualTo(1);
    assertThat(raw(Signal.COSINE, "b")).isCloseTo(2 / Math.sqrt(6), FOUR_DIGITS);
    assertThat(raw(Signal.M1F, "b")).isCloseTo(2, FOUR_DIGITS);
  }

  @Test
  void rulesFadeWithTheItemsOfTheSession() {
    new NewestItems(shop, rows).score(session("a", "b"), scores);

    // b → c 1, b → a 1, b → b .5; a → b 2, a → c 1.5, faded by .6.
    assertThat(raw(Signal.SRAGG, "c")).isCloseTo(1 / 2.5 + .6 * 1.5 / 3.5, FOUR_DIGITS);
    assertThat(raw(Signal.COAGG, "c")).isCloseTo(1 / 2.0 + .8 * 2 / Math.sqrt(6), FOUR_DIGITS);
  }

  @Test
  void whatIsPutIntoTheCartWeighsSixTimesAsMuchAsWhatIsViewed() {
    walk("q4", "a", "d");
    memory.learn(List.of(Shop.added("anonymous:q4", "q4", Duration.ofMillis(5), "d")));

    new NewestItems(shop, rows).score(session("a"), scores);

    assertThat(raw(Signal.COAGG, "d")).isCloseTo(6 / Math.sqrt(4), FOUR_DIGITS);
    assertThat(raw(Signal.COAGG, "c")).isCloseTo(2 / Math.sqrt(8), FOUR_DIGITS);
  }

  @Test
  void neighboursWeighAsTheFormulaSays() {
    new Vstan(shop).score(session("a", "b"), scores);

    double first = 1.7788 / Math.sqrt(3);
    double second = .7788 * .7788 / Math.sqrt(2);
    double rarity = 1 + Math.log(4 / 3.0);
    assertThat(raw(Signal.A, "c")).isCloseTo((first + second) * .6065 * rarity, FOUR_DIGITS);
    assertThat(raw(Signal.A_DIR, "c")).isCloseTo((first + second) * rarity, FOUR_DIGITS);
    assertThat(raw(Signal.VNEXT, "c")).isCloseTo(first, FOUR_DIGITS);
  }

  @Test
  void ownSessionsDoNotCount() {
    List<long[]> own = shop.session("q1");
    SessionAtHand asker = SessionAtHand.of(List.of("a"), shop, own);

    new LastItem(shop, rows).score(asker, scores);
    new Vstan(shop).score(asker, scores);

    assertThat(own).hasSize(1);
    assertThat(raw(Signal.M1, "b")).isEqualTo(1);
    assertThat(raw(Signal.SR, "c")).isEqualTo(1);
    assertThat(raw(Signal.VNEXT, "c")).isCloseTo(1 / Math.sqrt(2), FOUR_DIGITS);
  }

  @Test
  void twoHopsGoOverWhatGoesWithTheNewestItem() {
    new TwoHop(rows).score(session("a"), scores);

    // From a: b 2½, c 1½, of 4; from b: c 1, a 2, b ¾, of 3¾; from c: a ¾, b ½, of 1¼.
    assertThat(raw(Signal.TWOHOP, "c")).isCloseTo(2.5 / 4 * 1 / 3.75, FOUR_DIGITS);
    assertThat(raw(Signal.TWOHOP, "b"))
        .isCloseTo(2.5 / 4 * .75 / 3.75 + 1.5 / 4 * .5 / 1.25, FOUR_DIGITS);
  }

  @Test
  void earlierSessionsSpeakForWhatGoesWithTheirItems() {
    List<long[]> past = shop.session("q1");

    new History(shop, rows).score(session("c").after(past), scores);

    // q1 has b, then a besides c; of two and three sessions.
    assertThat(raw(Signal.HISTORY, "a")).isCloseTo(2 / Math.sqrt(6), FOUR_DIGITS);
    assertThat(raw(Signal.HISTORY, "b")).isCloseTo(.9 * 2 / Math.sqrt(6), FOUR_DIGITS);
    assertThat(raw(Signal.HISTORY, "c")).isCloseTo(.5 + .9 * 2 / Math.sqrt(6), FOUR_DIGITS);
  }

  @Test
  void withoutEarlierSessionsNothingIsSaidOfThem() {
    new History(shop, rows).score(session("c"), scores);

    assertThat(scores.size()).isZero();
  }

  private SessionAtHand session(String... items) {
    return SessionAtHand.of(List.of(items), shop, List.of());
  }

  private double raw(Signal signal, String item) {
    return scores.raw(signal, scores.find(shop.find(item)));
  }

  private void walk(String session, String... items) {
    for (int i = 0; i < items.length; i++) {
      memory.learn(
          List.of(Shop.viewed("anonymous:" + session, session, Duration.ofMillis(i), items[i])));
    }
  }
}
