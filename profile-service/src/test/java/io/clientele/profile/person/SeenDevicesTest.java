package io.clientele.profile.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.EventContext;
import io.clientele.contract.profile.Device;
import io.clientele.contract.profile.Devices;
import io.clientele.profile.fold.Deed;
import io.clientele.profile.fold.FamilyLaws;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class SeenDevicesTest extends FamilyLaws<SeenDevices, Devices> {

  @Override
  protected SeenDevices zero() {
    return SeenDevices.ZERO;
  }

  @Override
  protected Arbitrary<List<CustomerEvent>> histories() {
    Arbitrary<EventContext> contexts =
        Combinators.combine(
                Arbitraries.of("Phone", "Desktop").injectNull(0.3),
                Arbitraries.of("Firefox", "Safari", "Chrome").injectNull(0.3),
                Arbitraries.of("Linux", "iOS").injectNull(0.3))
            .as(Deed::device);
    return Combinators.combine(
            Circumstances.in(contexts),
            Arbitraries.integers()
                .between(0, SeenDevices.MOST_DEVICES - 1)
                .map(i -> "device-" + i)
                .injectNull(0.1))
        .as(Deed::on)
        .list()
        .ofMaxSize(80)
        .map(Deed::events);
  }

  @Test
  void newestKnownValuesOfADeviceCountAndUnknownOnesSayNothing() {
    Devices known =
        fold(
                Deed.of(5).on("phone").in(Deed.device("Phone", "Safari", "iOS")),
                Deed.of(9).on("phone"),
                Deed.of(7).on("phone").in(Deed.device(null, "Firefox", null)),
                Deed.of(1).on("phone").in(Deed.device("Tablet", "Opera", null)),
                Deed.of(3).on("desk"),
                Deed.of(11))
            .at(Deed.at(100));

    assertThat(known)
        .isEqualTo(
            new Devices(
                2,
                List.of(
                    new Device("phone", "Phone", "Firefox", "iOS", Deed.at(1), Deed.at(9)),
                    new Device("desk", null, null, null, Deed.at(3), Deed.at(3)))));
  }

  @Test
  void theNewestTwentyAreShownOfAtMostFifty() {
    SeenDevices devices =
        fold(IntStream.range(0, 500).mapToObj(i -> Deed.of(i).on("d-" + i)).toArray(Deed[]::new));

    Devices known = devices.at(Deed.at(1_000));

    assertThat(known.count()).isEqualTo(50);
    assertThat(known.newest()).hasSize(20).first().extracting(Device::id).isEqualTo("d-499");
  }

  @Property(tries = 200)
  void whichOfTooManyDevicesWereSeenLastDoesNotDependOnOrder(
      @ForAll @Size(max = 300) List<@IntRange(max = 120) Integer> ids, @ForAll Random random) {
    SeenDevices devices = SeenDevices.ZERO;
    Map<String, Instant> last = new TreeMap<>();
    for (int id : ids) {
      CustomerEvent event = Deed.of(random.nextInt(10_000)).on("d-" + id).event(last.size());
      devices = devices.add(event);
      last.merge("d-" + id, event.occurredAt(), (a, b) -> a.isAfter(b) ? a : b);
    }

    List<Instant> newest =
        last.values().stream().sorted(Comparator.reverseOrder()).limit(50).toList();

    assertThat(devices.byId().values())
        .extracting(SeenDevice::last)
        .containsExactlyInAnyOrderElementsOf(newest);
    assertThat(devices.byId())
        .allSatisfy((id, device) -> assertThat(device.last()).isEqualTo(last.get(id)));
  }

  private static SeenDevices fold(Deed... deeds) {
    SeenDevices devices = SeenDevices.ZERO;
    for (CustomerEvent event : Deed.events(List.of(deeds))) {
      devices = devices.add(event);
    }
    return devices;
  }
}
