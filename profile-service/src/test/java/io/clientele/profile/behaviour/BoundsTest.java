package io.clientele.profile.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.profile.Window;
import io.clientele.profile.fold.StateFormat;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A machine that passes for a customer costs no more than a busy one. */
final class BoundsTest {

  private static final int EVENTS = 20_000;

  @Test
  void sessionsOfAMachineWithManyDevicesAndLongPagesAreBounded() {
    StateFormat<Sessions> format = StateFormat.of(Sessions.class);
    Sessions sessions = Sessions.ZERO;
    for (int i = 0; i < EVENTS; i++) {
      String page = "/" + i + "/x".repeat(400);
      sessions = sessions.add(event(i, "device-" + i % 700, Shoppers.page(page)));
    }

    assertThat(format.write(sessions)).hasSizeLessThan(22_000);
    assertThat(sessions.at(at(EVENTS)).windows().get(Window.LIFE).sessions()).isPositive();
  }

  @Test
  void anEndlessSessionIsBoundedAndCutSeldom() {
    StateFormat<Sessions> format = StateFormat.of(Sessions.class);
    Sessions sessions = Sessions.ZERO;
    for (int i = 0; i < EVENTS; i++) {
      sessions = sessions.add(event(i, "phone", Shoppers.page("/" + i % 10)));
    }

    assertThat(format.write(sessions)).hasSizeLessThan(22_000);
    assertThat(sessions.at(at(EVENTS)).windows().get(Window.LIFE).sessions())
        .isLessThan(EVENTS / 300);
  }

  @Test
  void anEndlessCartIsOneCartHoweverLong() {
    StateFormat<Carts> format = StateFormat.of(Carts.class);
    Carts carts = Carts.ZERO;
    for (int i = 0; i < EVENTS / 10; i++) {
      carts = carts.add(event(i, "phone", Shoppers.added("1")));
    }

    assertThat(format.write(carts)).hasSizeLessThan(10_000);
    assertThat(carts.at(at(EVENTS).plus(Duration.ofDays(1))).get(Window.LIFE))
        .isEqualTo(new Carts.Counts(1, 1));
  }

  @Test
  void cartsBeyondTheNewestTouchesStayCounted() {
    StateFormat<Carts> format = StateFormat.of(Carts.class);
    Carts carts = Carts.ZERO;
    for (int i = 0; i < 4_000; i++) {
      Payload payload = i % 2 == 0 ? Shoppers.added("1") : Shoppers.order();
      carts = carts.add(event(i, "phone", payload));
    }

    assertThat(format.write(carts)).hasSizeLessThan(10_000);
    assertThat(carts.at(at(EVENTS)).get(Window.LIFE)).isEqualTo(new Carts.Counts(2_000, 0));
  }

  @Test
  void countsOfManyYearsAreThoseOfOneAndASum() {
    StateFormat<DailyCounts> format = StateFormat.of(DailyCounts.class);
    DailyCounts counts = DailyCounts.ZERO;
    for (int day = 0; day < 3_000; day++) {
      Instant at = Shoppers.NOON.plus(Duration.ofDays(day));
      counts = counts.add(Shoppers.event(day, at, "phone", null, Shoppers.page("/")));
    }

    assertThat(format.write(counts)).hasSizeLessThan(5_000);
    Instant end = Shoppers.NOON.plus(Duration.ofDays(2_999));
    assertThat(counts.at(end).get(Window.LIFE).pageViews()).isEqualTo(3_000);
    assertThat(counts.at(end).get(Window.YEAR).pageViews()).isEqualTo(365);
  }

  private static CustomerEvent event(int number, String device, Payload payload) {
    return Shoppers.event(number, at(number), device, null, payload);
  }

  private static Instant at(int number) {
    return Shoppers.NOON.plusSeconds(number);
  }
}
