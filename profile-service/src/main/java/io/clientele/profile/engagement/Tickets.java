package io.clientele.profile.engagement;

import io.clientele.contract.Payload.ServiceTicket.Status;
import io.clientele.profile.fold.Newest;
import io.clientele.profile.fold.PackedIds;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.SortedMaps;
import io.clientele.profile.fold.Stamp;
import io.clientele.profile.fold.Unpacker;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The service tickets of a customer, the resolved ones too, so that an older word that comes late
 * opens none again. Of more than {@link #MOST_TICKETS} those stay that moved last, which depends on
 * no order: one that is among them in the end has been since it moved.
 */
record Tickets(SortedMap<String, Move> byId) {

  static final Tickets NONE = new Tickets(null);

  static final int MOST_TICKETS = 200;

  /** The newest word of a ticket. */
  record Move(Stamp stamp, boolean open) {

    private static Move newer(Move one, Move other) {
      return one.stamp.compareTo(other.stamp) < 0 ? other : one;
    }
  }

  private static final Comparator<Map.Entry<String, Move>> NEWEST_FIRST = Newest.first(Move::stamp);

  Tickets {
    byId = SortedMaps.copy(byId);
  }

  static Tickets of(String id, Status status, Stamp stamp) {
    return new Tickets(new TreeMap<>(Map.of(id, new Move(stamp, status != Status.RESOLVED))));
  }

  Tickets merge(Tickets other) {
    SortedMap<String, Move> all = SortedMaps.merged(byId, other.byId, Move::newer);
    return new Tickets(Newest.of(all, MOST_TICKETS, NEWEST_FIRST));
  }

  /** The ids of those not resolved, the one that moved last first. */
  List<String> open() {
    return byId.entrySet().stream()
        .filter(entry -> entry.getValue().open)
        .sorted(NEWEST_FIRST)
        .map(Map.Entry::getKey)
        .toList();
  }

  static Tickets unpack(Unpacker unpacker) {
    SortedMap<String, Move> byId = new TreeMap<>();
    for (int left = unpacker.integer(); left > 0; left--) {
      byId.put(
          PackedIds.unpack(unpacker), new Move(Stamp.unpack(unpacker), unpacker.number() == 1));
    }
    return new Tickets(byId);
  }

  void pack(Packer packer) {
    packer.number(byId.size());
    byId.forEach(
        (id, move) -> {
          PackedIds.pack(packer, id);
          move.stamp.pack(packer);
          packer.number(move.open ? 1 : 0);
        });
  }
}
