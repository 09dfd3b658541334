package io.clientele.profile.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerProfile.Trait;
import io.clientele.contract.Payload;
import io.clientele.profile.Events;
import io.clientele.profile.fold.FamilyLaws;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;

final class PersonalValuesTest extends FamilyLaws<PersonalValues, SortedMap<String, Trait>> {

  @Override
  protected PersonalValues zero() {
    return PersonalValues.ZERO;
  }

  @Override
  protected Arbitrary<List<CustomerEvent>> histories() {
    return Sayings.histories();
  }

  @Test
  void onlyAChangeOfTraitsSaysWhoTheCustomerIs() {
    PersonalValues identified =
        PersonalValues.ZERO.add(event(0, new Payload.TraitsChanged(null), Map.of("name", "Ada")));

    PersonalValues after =
        Stream.of(
                event(1, new Payload.Custom("Video Played", null), Map.of("name", "Intro")),
                event(2, new Payload.Custom("group", null), Map.of("name", "Acme", "phone", "1")),
                event(
                    3,
                    new Payload.ServiceTicket("t-1", Payload.ServiceTicket.Status.OPENED),
                    Map.of("description", "broken")),
                event(
                    4,
                    new Payload.Engaged(Payload.Engaged.Kind.SHARE, "mug", null),
                    Map.of("recipient", "bob@example.org")))
            .reduce(identified, PersonalValues::add, PersonalValues::merge);

    assertThat(after).isEqualTo(identified);
    assertThat(after.values().byName().get("name").value()).isEqualTo("Ada");
  }

  @Test
  void whatCleaningChangedIsNoTraitOfTheCustomer() {
    Map<String, Object> change =
        Map.of("field", "/traits/phone", "from", "0171 5", "to", "+44171500", "rule", "phone");
    Map<String, Object> personal =
        Map.of("phone", "+44171500", CustomerEvent.PERSONAL_CHANGES, List.of(change));

    PersonalValues values =
        PersonalValues.ZERO.add(event(0, new Payload.TraitsChanged(null), personal));

    assertThat(values.values().byName()).containsOnlyKeys("phone");
  }

  private static CustomerEvent event(int minute, Payload payload, Map<String, Object> personal) {
    return Events.event(
        "ada", "e-" + minute, Events.NOON.plus(Duration.ofMinutes(minute)), payload, personal);
  }
}
