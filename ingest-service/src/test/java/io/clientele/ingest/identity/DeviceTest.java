package io.clientele.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerMerge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class DeviceTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void deviceOfNobodyIsACustomerOfItsOwn() {
    Device.Identification who = Device.identify(null, "d", null);

    assertThat(who.customerId()).isEqualTo("anonymous:d");
    assertThat(who.device()).isNull();
    assertThat(who.firstLogin()).isFalse();
  }

  @Test
  void firstLoginTakesOverTheDevicesPast() {
    Device.Identification who = Device.identify(null, "d", "ada");

    assertThat(who.customerId()).isEqualTo("ada");
    assertThat(who.firstLogin()).isTrue();
    assertThat(who.device().merge("d", "shop", NOON))
        .isEqualTo(
            new CustomerMerge(
                "anonymous:d",
                "ada",
                List.of(
                    new CustomerMerge.Link(
                        LinkIds.ofDevice("d", "ada"), "ada", "login", "shop", NOON))));
  }

  @Test
  void laterLoginOfAnotherMovesNothingBack() {
    Device.Identification who = Device.identify(new Device("ada", "ada"), "d", "bob");

    assertThat(who.device()).isEqualTo(new Device("ada", "bob"));
    assertThat(who.firstLogin()).isFalse();
  }

  @Test
  void anonymousEventAfterALoginBelongsToWhoeverIsThere() {
    assertThat(Device.identify(new Device("ada", "bob"), "d", null).customerId()).isEqualTo("bob");
  }

  @Test
  void linkThatIsTakenBackLeavesTheDeviceItsPastAndItsCustomerTheRest() {
    Device split =
        new Device("ada", "bob").without(LinkIds.ofDevice("d", "ada"), "d").orElseThrow();

    assertThat(Device.identify(split, "d", null).customerId()).isEqualTo("bob");
    assertThat(Device.identify(split, "d", "ada").firstLogin()).isFalse();
    assertThat(Device.identify(split, "d", "ada").device())
        .isEqualTo(new Device("anonymous:d", "ada"));
  }

  @Test
  void onlyTheFirstLinkCanBeTakenBackAndOnce() {
    Device device = new Device("ada", "bob");
    Device split = device.without(LinkIds.ofDevice("d", "ada"), "d").orElseThrow();

    assertThat(device.without(LinkIds.ofDevice("d", "bob"), "d")).isEmpty();
    assertThat(device.without(LinkIds.ofDevice("e", "ada"), "d")).isEmpty();
    assertThat(split.without(LinkIds.ofDevice("d", "ada"), "d")).isEmpty();
  }

  @Property
  void deviceIsLinkedOnceAndToItsFirstCustomer(
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 3) Integer> logins) {
    List<CustomerMerge> merges = new ArrayList<>();
    Device device = null;
    for (int login : logins) {
      Device.Identification who = Device.identify(device, "d", login == 0 ? null : "u" + login);
      device = who.device();
      if (who.firstLogin()) {
        merges.add(device.merge("d", "shop", NOON));
      }
    }

    List<Integer> known = logins.stream().filter(login -> login > 0).toList();
    assertThat(merges).hasSize(known.isEmpty() ? 0 : 1);
    assertThat(merges).allMatch(merge -> merge.canonicalId().equals("u" + known.get(0)));
  }
}
