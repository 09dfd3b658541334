package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.recommendation.memory.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIsRememberedTest {

  @Test
  void linksAndWithdrawnItemsTakeHalfOfTheBudgetAtMost() {
    Recommender recommender = new Recommender(100_000);
    recommender.learn(List.of(Shop.viewed("a", "s", Duration.ZERO, "tea")));
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      facts.add(Shop.merged("anonymous:" + i, "customer-" + i));
      facts.add(Shop.listed("item-" + i, true));
    }

    recommender.learn(facts);

    assertThat(recommender.size().bytes()).isBetween(50_000L, 52_000L);
    assertThat(recommender.size().refused()).isBetween(1000L, 1800L);
    assertThat(recommender.forCustomer(new CustomerQuery("0", null, 20)).customerId())
        .isEqualTo("customer-0");
    assertThat(recommender.forCustomer(new CustomerQuery("999", null, 20)).customerId())
        .isEqualTo("999");
  }

  @Test
  void linksThatAreTakenBackGiveTheirRoomBack() {
    Recommender recommender = new Recommender(100_000);
    recommender.learn(
        List.of(
            Shop.merged("anonymous:x", "ada@shop"),
            Shop.merged("anonymous:y", "ada@shop"),
            Shop.merged("anonymous:y", "bob"),
            Shop.merged("ada@shop", "ada"),
            Shop.listed("tea", true)));

    recommender.learn(
        List.of(
            new Fact.Unmerged("anonymous:x"),
            new Fact.Unmerged("anonymous:y"),
            Shop.merged("ada@shop", "ada@shop"),
            new Fact.Unlisted("tea")));

    assertThat(recommender.size()).isEqualTo(new Recommender.Size(0, 0, 0, 0, 0));
  }

  @Test
  void pauseOfMoreThanHalfAnHourBeginsAnotherSession() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Shop.viewed("anonymous:d", null, Duration.ZERO, "tea"));
    facts.add(Shop.viewed("anonymous:d", null, Duration.ofMinutes(61), "cup"));
    Recommender recommender = Shop.knowing(facts);
    assertThat(recommender.size().sessions()).isEqualTo(2);

    // The late event closes the pause: both runs were one session all along.
    recommender.learn(List.of(Shop.viewed("anonymous:d", null, Duration.ofMinutes(31), "pot")));

    assertThat(recommender.size().sessions()).isEqualTo(2);

    recommender.learn(List.of(Shop.viewed("anonymous:d", null, Duration.ofMinutes(10), "pan")));

    assertThat(recommender.size().sessions()).isEqualTo(1);
  }

  @Test
  void oneVisitorWithAHundredThousandViewsTakesOneSession() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      facts.add(Shop.viewed("anonymous:bot", null, Duration.ofMillis(36L * i), "item-" + i));
    }

    Recommender.Size size = Shop.knowing(facts).size();

    assertThat(size.sessions()).isEqualTo(1);
    assertThat(size.items()).isEqualTo(50);
  }

  @Test
  void visitorWithANewSessionForEachViewTakesTwoHundred() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      facts.add(Shop.viewed("anonymous:bot", "s" + i, Duration.ofSeconds(i), "item-" + i));
    }

    Recommender.Size size = Shop.knowing(facts).size();

    assertThat(size.sessions()).isEqualTo(200);
    assertThat(size.items()).isEqualTo(200);
  }
}
