package io.clientele.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomerReadsTest {

  private final Instance instance = new Instance();
  private final CustomerReads reads = new CustomerReads(instance, "store");

  @Test
  void customerWhoIsHereIsAnswered() {
    instance.here.put("ada", new Lookup.Found<>("Ada"));

    assertThat(read("ada").getEntity()).isEqualTo("Ada");
  }

  @Test
  void deviceIsFoundByItsBareId() {
    instance.here.put("anonymous:phone", new Lookup.Found<>("somebody"));

    assertThat(read("phone").getEntity()).isEqualTo("somebody");
  }

  @Test
  void mergesAreFollowed() {
    instance.here.put("anonymous:phone", new Lookup.Moved<>("ada@shop"));
    instance.here.put("ada@shop", new Lookup.Moved<>("ada"));
    instance.here.put("ada", new Lookup.Found<>("Ada"));

    assertThat(read("anonymous:phone").getEntity()).isEqualTo("Ada");
  }

  @Test
  void mergesInACircleEndWithAProblem() {
    instance.here.put("a", new Lookup.Moved<>("b"));
    instance.here.put("b", new Lookup.Moved<>("a"));

    assertThat(read("a").getStatus()).isEqualTo(503);
  }

  @Test
  void ownerElsewhereIsAskedTheSameOfTheIdThatItHas() {
    instance.here.put("ada", new Lookup.Moved<>("there/ä b"));
    instance.there.put("/v1/customers/there%2F%C3%A4%20b/scores?at=2026-03-01", Instance.told("Ä"));

    assertThat(read("ada").getEntity()).isEqualTo("Ä");
    assertThat(instance.asked).hasSize(1);
  }

  @Test
  void strangerIsUnknownAfterEveryIdItMayMean() {
    assertThat(read("there").getStatus()).isEqualTo(404);
    assertThat(instance.asked)
        .extracting(PeerRequest::path)
        .containsExactly("/v1/customers/there/scores?at=2026-03-01");
  }

  @Test
  void serviceWithoutStandbysSaysThatTheOwnerDoesNotAnswer() {
    instance.hasStandbys = false;
    instance.otherIsDead = true;

    Response answer = read("there");

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString(CustomerReads.STALE)).isNull();
    assertThat(instance.asked).extracting(PeerRequest::soon).containsExactly(false);
  }

  @Test
  void instancesThatNameEachOtherEndWithAProblem() {
    List<String> asked = new ArrayList<>();

    Response answer =
        new CustomerReads(new NamesTheOther(0, asked), "store")
            .answer("ada", Instance.at("/v1/customers/ada"), id -> null);

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(asked).hasSizeBetween(1, 10);
  }

  private Response read(String id) {
    UriInfo uri = Instance.at("/v1/customers/" + id + "/scores?at=2026-03-01");
    return reads.answer(id, uri, key -> instance.find(key, new Copy(0, false)));
  }

  /** An instance that takes its peer for the owner of everything, as does the peer of it. */
  private record NamesTheOther(int hops, List<String> asked) implements CustomerReads.Owners {

    @Override
    public Place placeOf(String store, String key) {
      return new Place(0, false, Optional.of(Instance.OTHER), false, List.of());
    }

    @Override
    public boolean copyWillDo() {
      return false;
    }

    @Override
    public PeerAnswer ask(Peers.Peer peer, PeerRequest request) {
      asked.add(request.path());
      CustomerReads there = new CustomerReads(new NamesTheOther(request.hops(), asked), "store");
      return new PeerAnswer.Told(
          there.answer("ada", Instance.at(request.path()), id -> null), false);
    }
  }
}
