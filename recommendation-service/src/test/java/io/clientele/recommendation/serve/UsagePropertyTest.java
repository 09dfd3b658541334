package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import io.clientele.recommendation.memory.Touches;
import io.clientele.recommendation.memory.Usage;
import io.clientele.recommendation.memory.Weights;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UsagePropertyTest {

  private static final int ROOM_FOR_ALL = 1 << 20;
  private static final int ROOM_FOR_FEW = 6_000;

  @Property(tries = 200)
  void usageIsThatOfTheSessionsThatThereAre(@ForAll("walks") List<Fact> walk) {
    assertCounted(walk, ROOM_FOR_ALL);
    assertCounted(walk, ROOM_FOR_FEW);
  }

  private static void assertCounted(List<Fact> walk, long bytes) {
    Recommender recommender = new Recommender(bytes);
    recommender.learn(walk);
    ShopView shop = recommender.shop();
    List<long[]> sessions = shop.sessionsBefore(Long.MAX_VALUE);
    for (String text : List.of("a", "b", "c", "d", "e")) {
      int item = shop.find(text);
      List<long[]> having = sessions.stream().filter(s -> Steps.lastOf(s, item) >= 0).toList();
      Usage usage = shop.posting(item).usage();
      assertThat(shop.posting(item).frequency()).isEqualTo(having.size());
      assertThat(shop.posting(item).weights(shop.halfLives())).isEqualTo(weights(having, shop));
      assertThat(usage.starts()).isEqualTo(count(having, s -> Steps.item(s, 0) == item));
      assertThat(usage.ends())
          .isEqualTo(count(having, s -> Steps.item(s, Steps.count(s) - 1) == item));
      assertThat(usage.repeats()).isEqualTo(count(having, s -> places(s, item).length > 1));
      assertThat(usage.carted())
          .isEqualTo(count(having, s -> isTouched(s, item, Touches.Kind.CARTED)));
      assertThat(usage.bought())
          .isEqualTo(count(having, s -> isTouched(s, item, Touches.Kind.BOUGHT)));
    }
  }

  private static Weights weights(List<long[]> sessions, ShopView shop) {
    HalfLives by = shop.halfLives();
    long[] ends =
        sessions.stream().mapToLong(s -> Steps.millis(s, Steps.count(s) - 1) / 1000).toArray();
    return new Weights(
        by,
        LongStream.of(ends).map(by::slowWeight).sum(),
        LongStream.of(ends).map(by::recentWeight).sum());
  }

  private static int count(List<long[]> sessions, Predicate<long[]> predicate) {
    return (int) sessions.stream().filter(predicate).count();
  }

  private static boolean isTouched(long[] session, int item, Touches.Kind kind) {
    return IntStream.of(places(session, item)).anyMatch(at -> Steps.kind(session, at) == kind);
  }

  private static int[] places(long[] session, int item) {
    return IntStream.range(0, Steps.count(session))
        .filter(at -> Steps.item(session, at) == item)
        .toArray();
  }

  @Provide
  Arbitrary<List<Fact>> walks() {
    return Walks.any();
  }
}
