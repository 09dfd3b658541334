package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances share the profiles; one is killed under load, and nobody misses anything. */
@OnFrontDoor
class TwoProfilesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int CUSTOMERS = 12;

  private final String run = "pair-" + UUID.randomUUID().toString().substring(0, 8);
  private final List<String> customers =
      IntStream.range(0, CUSTOMERS).mapToObj(this::customer).toList();
  private final FrontDoor front;
  private Shop survivor;
  private Shop victim;

  TwoProfilesIT(FrontDoor front) {
    this.front = front;
  }

  @AfterEach
  void mend() throws IOException {
    front.mend();
  }

  @Test
  void instanceKilledUnderLoadIsStoodInForAndReplaced() throws IOException, InterruptedException {
    front.openProfiles(2);
    survivor = new Shop(front.withProfiles(1));
    victim = new Shop(front.withProfiles(2));
    Load load = new Load(survivor, CUSTOMERS, this::customer);
    awaitAnOwnerAndACopyOfEach();

    long killed = System.nanoTime();
    front.killProfiles(2);
    int before = load.taken();
    Sampling sampling = new Sampling(survivor, customers);
    await().atMost(PATIENCE).until(() -> sampling.allFresh().isPresent());
    await().atMost(PATIENCE).untilAsserted(() -> everybodyHasMoreOrdersThan(before));
    Duration processing = Duration.ofNanos(System.nanoTime() - killed);
    sampling.stop();

    report(sampling, processing);
    assertThat(sampling.staleAnswers()).as("while nobody owned the victim's").isPositive();
    assertThat(sampling.statuses()).as("never that a customer is unknown").isSubsetOf(200, 503);
    front.openProfiles(2);
    int orders = load.stop();
    for (Shop instance : List.of(survivor, victim)) {
      await().atMost(PATIENCE).untilAsserted(() -> everybodyHas(instance, orders));
    }
  }

  private static int orders(Shop.Answer profile) {
    return profile.body().at("/purchases/orders").asInt();
  }

  /** Told apart by asking each for whatever it has: an owner's answer is not stale. */
  private void awaitAnOwnerAndACopyOfEach() {
    await()
        .atMost(PATIENCE)
        .ignoreException(Shop.Unreachable.class)
        .untilAsserted(
            () ->
                assertThat(customers)
                    .allSatisfy(
                        customer ->
                            assertThat(
                                    List.of(
                                        survivor.copyOfProfile(customer),
                                        victim.copyOfProfile(customer)))
                                .allMatch(answer -> orders(answer) > 0)
                                .extracting(Shop.Answer::stale)
                                .containsExactlyInAnyOrder(true, false))
                    .anyMatch(customer -> !victim.copyOfProfile(customer).stale()));
  }

  private void everybodyHasMoreOrdersThan(int before) {
    assertThat(customers)
        .allSatisfy(
            customer -> assertThat(orders(survivor.profile(customer))).isGreaterThan(before));
  }

  /** By the orders, which have ids, and by the events, which would count twice. */
  private void everybodyHas(Shop instance, int orders) {
    assertThat(customers)
        .allSatisfy(
            customer -> {
              Shop.Answer profile = instance.profile(customer);
              assertThat(profile.stale()).isFalse();
              assertThat(orders(profile)).isEqualTo(orders);
              assertThat(profile.body().at("/purchases/netRevenue/amount").decimalValue())
                  .isEqualByComparingTo(Integer.toString(orders));
              assertThat(profile.body().at("/counts/purchase").asInt()).isEqualTo(orders);
            });
  }

  private static void report(Sampling sampling, Duration processing) {
    System.out.printf(
        "one of two profile-services killed under load: all %d customers answered after %s,"
            + " by their owners after %s, with newer orders after %s; %d stale answers, %d without"
            + " an answer, the longest round of all customers %s%n",
        CUSTOMERS,
        seconds(sampling.allAnswered().orElseThrow()),
        seconds(sampling.allFresh().orElseThrow()),
        seconds(processing),
        sampling.staleAnswers(),
        sampling.failures(),
        seconds(sampling.longestRound()));
  }

  private static String seconds(Duration time) {
    return "%.2f s".formatted(time.toMillis() / 1000.0);
  }

  private String customer(int number) {
    return run + "-" + number;
  }
}
