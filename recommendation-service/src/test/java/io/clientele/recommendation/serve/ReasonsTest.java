package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CatalogItem;
import io.clientele.recommendation.memory.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each kind of reason, in both languages, and where items come from that nobody knows yet. */
class ReasonsTest {

  @Test
  void similarSessionsSpeakByTheNameOfTheItemAndTheirNumber() {
    List<Fact> facts = new ArrayList<>();
    facts.add(listed("tea", "Green tea", "drinks"));
    for (int i = 0; i < 3; i++) {
      facts.add(viewed(i, "tea"));
      facts.add(viewed(i, "cup"));
    }

    Map<String, Suggestion> found = ask(facts, "tea");

    assertThat(texts(found.get("cup")))
        .containsExactly("because you viewed Green tea", "因为您浏览过Green tea");
    assertThat(found.get("cup").reason().count()).hasValue(3L);
    assertThat(texts(found.get("tea"))).containsExactly("you looked at it before", "您浏览过");
    assertThat(found.get("tea").reason().count()).hasValue(1L);
  }

  @Test
  void ordersSpeakWhereSessionsGoOnToAnythingElse() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      facts.add(viewed(i, "tea"));
      facts.add(viewed(i, "item-" + i));
      String[] lines = i < 6 ? new String[] {"tea", "cup"} : new String[] {"pan", "lid"};
      facts.add(Shop.ordered("b" + i, "o" + i, Duration.ZERO, "1", lines));
    }

    Map<String, Suggestion> found = ask(facts, "tea");

    assertThat(texts(found.get("cup"))).containsExactly("often bought with tea", "常与tea一起购买");
    assertThat(found.get("cup").reason().count()).hasValue(6L);
  }

  @Test
  void earlierSessionsOfTheCustomerSpeakWhereThisOneSaysNothing() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Shop.viewed("ada", "earlier", Duration.ZERO, "tea"));
    for (int i = 0; i < 3; i++) {
      facts.add(viewed(i, "tea"));
      facts.add(viewed(i, "cup"));
    }
    SessionQuery query = new SessionQuery(List.of("pan"), 20, true, List.of(), null, "ada", null);

    Suggestion cup =
        Shop.knowing(facts).forSession(query).items().stream()
            .filter(suggestion -> suggestion.id().equals("cup"))
            .findFirst()
            .orElseThrow();

    assertThat(texts(cup)).containsExactly("because you looked at tea before", "因为您以前浏览过tea");
    assertThat(cup.reason().count()).hasValue(3L);
  }

  @Test
  void newItemsAreFoundByWhatTheyAreLikeAndAreFoundThemselves() {
    List<Fact> facts =
        List.of(
            listed("tea", "Green tea", "drinks"),
            listed("new", "Black tea", "drinks"),
            listed("juice", "Juice", "drinks"),
            viewed(1, "juice"),
            viewed(2, "pan"));

    Map<String, Suggestion> found = ask(facts, "tea");

    assertThat(found.keySet()).containsExactlyInAnyOrder("tea", "new", "juice", "pan");
    assertThat(texts(found.get("new"))).containsExactly("similar to Green tea", "与Green tea相似");
    assertThat(texts(found.get("juice"))).containsExactly("popular in drinks", "drinks热门商品");
    assertThat(found.get("juice").reason().count()).hasValue(1L);
    assertThat(texts(found.get("pan"))).containsExactly("popular now", "当前热门");
  }

  private static Map<String, Suggestion> ask(List<Fact> facts, String item) {
    return Shop.knowing(facts).forSession(Shop.session(item)).items().stream()
        .collect(Collectors.toMap(Suggestion::id, Function.identity()));
  }

  private static List<String> texts(Suggestion suggestion) {
    return List.of(
        ReasonTexts.in(Locale.UK).of(suggestion.reason()),
        ReasonTexts.in(Locale.TAIWAN).of(suggestion.reason()));
  }

  private static Fact viewed(int session, String item) {
    return Shop.viewed("c" + session, "s" + session, Duration.ofMinutes(session), item);
  }

  private static Fact listed(String item, String name, String category) {
    return new Fact.Listed(
        new CatalogItem(item, name, category, null, null, null, null, false, Shop.OPENING));
  }
}
