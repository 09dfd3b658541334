package io.clientele.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;

class PlaceTest {

  private static final Peers.Peer SELF = new Peers.Peer("self", 1);
  private static final Peers.Peer OTHER = new Peers.Peer("other", 2);

  @Test
  void ownerMayBeThisInstance() {
    Place place = place(host(SELF), Set.of(host(OTHER)));

    assertThat(place.here()).isTrue();
    assertThat(place.owner()).isEmpty();
    assertThat(place.copyHere()).isFalse();
    assertThat(place.copies()).containsExactly(OTHER);
    assertThat(place.partition()).isEqualTo(4);
  }

  @Test
  void copyMayBeThisInstances() {
    Place place = place(host(OTHER), Set.of(host(SELF)));

    assertThat(place.here()).isFalse();
    assertThat(place.owner()).contains(OTHER);
    assertThat(place.copyHere()).isTrue();
    assertThat(place.copies()).isEmpty();
    assertThat(place.hasCopies()).isTrue();
  }

  @Test
  void nobodyMayOwnIt() {
    Place place = place(HostInfo.unavailable(), Set.of());

    assertThat(place.here()).isFalse();
    assertThat(place.owner()).isEmpty();
    assertThat(place.hasCopies()).isFalse();
  }

  private static Place place(HostInfo active, Set<HostInfo> standbys) {
    return Place.of(new KeyQueryMetadata(active, standbys, 4), SELF);
  }

  private static HostInfo host(Peers.Peer peer) {
    return new HostInfo(peer.host(), peer.port());
  }
}
