package io.clientele.profile.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Acquisition;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.EventContext;
import io.clientele.contract.profile.Campaign;
import io.clientele.contract.profile.Campaigns;
import io.clientele.profile.fold.Deed;
import io.clientele.profile.fold.FamilyLaws;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

final class CampaignTouchesTest extends FamilyLaws<CampaignTouches, Campaigns> {

  @Override
  protected CampaignTouches zero() {
    return CampaignTouches.ZERO;
  }

  @Override
  protected Arbitrary<List<CustomerEvent>> histories() {
    Arbitrary<Acquisition> ways =
        Arbitraries.of(
            new Acquisition("direct", null, null, null),
            new Acquisition("organic-search", "google", "organic", "google.com"),
            new Acquisition("email", "newsletter", "email", null),
            new Acquisition(null, null, null, null));
    return Circumstances.in(
            Combinators.combine(
                    Arbitraries.of("spring", "summer").injectNull(0.5), ways.injectNull(0.3))
                .as(Deed::brought))
        .list()
        .ofMaxSize(20)
        .map(Deed::events);
  }

  private static final Acquisition DIRECT = new Acquisition("direct", null, null, null);
  private static final Acquisition SEARCH =
      new Acquisition("organic-search", "google", "organic", "google.com");

  @Test
  void firstAndLastTouchAreThoseThatHappenedFirstAndLast() {
    Campaigns known =
        shown(
            Deed.of(5).in(Deed.brought("spring", null)),
            Deed.of(9).in(Deed.brought(null, DIRECT)),
            Deed.of(1).in(Deed.brought(null, SEARCH)),
            Deed.of(0));

    assertThat(known)
        .isEqualTo(
            new Campaigns(
                new Campaign(null, "organic-search", "google", "organic", "google.com", Deed.at(1)),
                new Campaign("spring", null, null, null, null, Deed.at(5))));
  }

  @Test
  void directVisitOfANamedCampaignIsATouchOfTheCampaign() {
    assertThat(shown(Deed.of(1).in(Deed.brought("flyer", DIRECT))).last())
        .isEqualTo(new Campaign("flyer", null, null, null, null, Deed.at(1)));
  }

  @Test
  void whoComesByThemselvesWasBroughtByNothing() {
    EventContext nothing = Deed.brought(" ", new Acquisition(null, null, "x".repeat(500), null));

    assertThat(shown(Deed.of(1).in(Deed.brought(null, DIRECT)), Deed.of(2).in(nothing)))
        .isEqualTo(new Campaigns(null, null));
  }

  private static Campaigns shown(Deed... deeds) {
    CampaignTouches touches = CampaignTouches.ZERO;
    for (CustomerEvent event : Deed.events(List.of(deeds))) {
      touches = touches.add(event);
    }
    return touches.at(Deed.at(100));
  }
}
