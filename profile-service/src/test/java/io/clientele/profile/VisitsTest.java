package io.clientele.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class VisitsTest {

  @Test
  void eventsLessThanHalfAnHourApartAreOneVisit() {
    assertThat(atMinutes(0, 29, 58).count()).isEqualTo(1);
    assertThat(atMinutes(0, 30).count()).isEqualTo(2);
  }

  @Test
  void lateEventJoinsTwoVisitsIntoOne() {
    assertThat(atMinutes(0, 40).count()).isEqualTo(2);
    assertThat(atMinutes(0, 40, 20).count()).isEqualTo(1);
  }

  @Test
  void visitsThatNothingCanChangeAnyMoreAreOnlyCounted() {
    DeviceVisits visits = DeviceVisits.NONE;
    for (int day = 0; day < 1_000; day++) {
      visits = visits.at(Events.NOON.plus(Duration.ofDays(day)));
    }

    assertThat(visits.count()).isEqualTo(1_000);
    assertThat(visits.open()).hasSizeLessThan(20);
  }

  @Test
  void deviceMadeUpForEachPageIsCountedAndForgotten() {
    Visits visits = Visits.ZERO;
    for (int page = 0; page < 1_000; page++) {
      visits =
          visits.add(
              Events.onDevice(
                  "device-" + page,
                  Events.event(
                      "ada", "e-" + page, Events.NOON.plusSeconds(page), Events.view(null))));
    }

    assertThat(visits.count()).isEqualTo(1_000);
    assertThat(visits.devices()).hasSize(Visits.MOST_DEVICES);
  }

  @Test
  void visitThatALoginDividesStaysOneHoweverLongAgoItWas() {
    DeviceVisits before = atMinutes(0, 30 * 24 * 60);
    DeviceVisits after = atMinutes(28 * 24 * 60, 30 * 24 * 60 + 10, 60 * 24 * 60, 90 * 24 * 60);

    assertThat(before.merge(after).count()).isEqualTo(5);
  }

  @Test
  void theSameDeviceInTwoPartsIsOneVisitWhereTheyMeet() {
    DeviceVisits before = atMinutes(0, 60, 70);
    DeviceVisits afterLogin = atMinutes(75, 200);

    assertThat(before.merge(afterLogin).count()).isEqualTo(3);
    assertThat(afterLogin.merge(before)).isEqualTo(before.merge(afterLogin));
  }

  private static DeviceVisits atMinutes(int... minutes) {
    return IntStream.of(minutes)
        .mapToObj(minute -> Events.NOON.plus(Duration.ofMinutes(minute)))
        .reduce(DeviceVisits.NONE, DeviceVisits::at, DeviceVisits::merge);
  }
}
