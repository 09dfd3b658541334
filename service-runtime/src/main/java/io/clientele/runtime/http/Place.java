package io.clientele.runtime.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Where a customer id is kept.
 *
 * @param partition the one that it falls into
 * @param here whether this instance owns it
 * @param owner the other instance that owns it; empty where this one does, or nobody for now
 * @param copyHere whether this instance is a standby of it
 * @param copies the other instances that are
 */
record Place(
    int partition,
    boolean here,
    Optional<Peers.Peer> owner,
    boolean copyHere,
    List<Peers.Peer> copies) {

  Place {
    copies = List.copyOf(copies);
  }

  /** As Kafka Streams says it. */
  static Place of(KeyQueryMetadata metadata, Peers.Peer self) {
    Optional<Peers.Peer> active =
        Optional.of(metadata.activeHost())
            .filter(host -> !host.equals(HostInfo.unavailable()))
            .map(Peers.Peer::of);
    List<Peers.Peer> copies =
        new ArrayList<>(metadata.standbyHosts().stream().map(Peers.Peer::of).toList());
    boolean copyHere = copies.remove(self);
    return new Place(
        metadata.partition(),
        active.filter(self::equals).isPresent(),
        active.filter(owner -> !owner.equals(self)),
        copyHere,
        copies);
  }

  /** Whether anybody beside the owner could answer. */
  boolean hasCopies() {
    return copyHere || !copies.isEmpty();
  }
}
