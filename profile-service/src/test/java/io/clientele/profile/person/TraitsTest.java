package io.clientele.profile.person;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerProfile.Trait;
import io.clientele.profile.fold.FamilyLaws;
import java.util.List;
import java.util.SortedMap;
import net.jqwik.api.Arbitrary;

final class TraitsTest extends FamilyLaws<Traits, SortedMap<String, Trait>> {

  @Override
  protected Traits zero() {
    return Traits.ZERO;
  }

  @Override
  protected Arbitrary<List<CustomerEvent>> histories() {
    return Sayings.histories();
  }
}
