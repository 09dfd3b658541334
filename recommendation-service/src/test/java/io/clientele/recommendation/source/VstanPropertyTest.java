package io.clientele.recommendation.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.memory.ShopMemory;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.serve.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VstanPropertyTest {

  private static final List<String> ITEMS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

  @Property(tries = 500)
  void scoresAreThoseOfTheFormula(
      @ForAll("sessions") List<List<String>> sessions, @ForAll("session") List<String> asked) {
    List<Fact> facts = new ArrayList<>();
    List<NaiveVstan.Session> plain = new ArrayList<>();
    for (int s = 0; s < sessions.size(); s++) {
      Duration at = Duration.ZERO;
      for (int i = 0; i < sessions.get(s).size(); i++) {
        at = Duration.ofHours(5L * s).plusMinutes(i);
        facts.add(Shop.viewed("anonymous:" + s, "s" + s, at, sessions.get(s).get(i)));
      }
      plain.add(new NaiveVstan.Session(sessions.get(s), Shop.OPENING.plus(at).toEpochMilli()));
    }
    ShopMemory memory = new ShopMemory(1_000_000);
    memory.learn(facts);
    ShopView shop = memory.view();
    Scores scores = new Scores();
    scores.begin();

    new Vstan(shop).score(SessionAtHand.of(asked, shop, List.of()), scores);

    double fade = shop.halfLives().slow();
    NaiveVstan.Scored cosine = NaiveVstan.A.scores(plain, asked, fade);
    NaiveVstan.Scored product = NaiveVstan.B.scores(plain, asked, fade);
    Map.of(
            Signal.A,
            cosine.symmetric(),
            Signal.A_DIR,
            cosine.directional(),
            Signal.VNEXT,
            cosine.next(),
            Signal.B,
            product.symmetric(),
            Signal.B_DIR,
            product.directional())
        .forEach((signal, expected) -> compare(signal, expected, shop, scores));
  }

  private static void compare(
      Signal signal, Map<String, Double> expected, ShopView shop, Scores scores) {
    for (String item : ITEMS) {
      int place = scores.find(shop.find(item));
      double found = place < 0 ? 0 : scores.raw(signal, place);
      assertThat(found)
          .as(signal + " of " + item)
          .isCloseTo(expected.getOrDefault(item, 0.0), withinPercentage(.1));
    }
  }

  @Provide
  Arbitrary<List<List<String>>> sessions() {
    return session().list().ofMinSize(1).ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<String>> session() {
    return Arbitraries.of(ITEMS).list().ofMinSize(1).ofMaxSize(8);
  }
}
