package io.clientele.profile.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload.Engaged;
import io.clientele.contract.Payload.Engaged.Kind;
import io.clientele.contract.profile.Interactions;
import io.clientele.profile.fold.Deed;
import io.clientele.profile.fold.FamilyLaws;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

final class EngagementsTest extends FamilyLaws<Engagements, Interactions> {

  @Override
  protected Engagements zero() {
    return Engagements.ZERO;
  }

  @Override
  protected Arbitrary<List<CustomerEvent>> histories() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 100), Arbitraries.of(Kind.class).injectNull(0.1))
        .as((minute, kind) -> kind == null ? Deed.of(minute) : did(minute, kind))
        .list()
        .ofMaxSize(30)
        .map(Deed::events);
  }

  @Test
  void eachKindIsCountedAndWishesAreThoseThatWereNotTakenBack() {
    Interactions known =
        shown(
            did(8, Kind.SHARE),
            did(1, Kind.LIKE),
            did(2, Kind.LIKE),
            did(3, Kind.COMMENT),
            did(4, Kind.FOLLOW),
            did(5, Kind.MENTION),
            did(6, Kind.WISHLIST),
            did(6, Kind.WISHLIST),
            did(7, Kind.WISHLIST_REMOVED),
            Deed.of(9));

    assertThat(known).isEqualTo(new Interactions(2, 1, 1, 1, 1, 1, Deed.at(8)));
  }

  @Test
  void wishTakenBackThatNobodyHeardOfIsNoneLeft() {
    assertThat(shown(did(1, Kind.WISHLIST_REMOVED)))
        .isEqualTo(new Interactions(0, 0, 0, 0, 0, 0, Deed.at(1)));
    assertThat(shown()).isEqualTo(new Interactions(0, 0, 0, 0, 0, 0, null));
  }

  private static Deed did(int minute, Kind kind) {
    return Deed.of(minute, new Engaged(kind, "mug", null));
  }

  private static Interactions shown(Deed... deeds) {
    Engagements engagements = Engagements.ZERO;
    for (CustomerEvent event : Deed.events(List.of(deeds))) {
      engagements = engagements.add(event);
    }
    return engagements.at(Deed.at(100));
  }
}
