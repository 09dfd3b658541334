package io.clientele.profile.streams;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.RecordFormat;
import io.clientele.profile.Part;
import io.clientele.profile.PartMove;

/**
 * A {@link PartMove} as the internal topic carries it: the domain knows no JSON, so which of the
 * moves it is shows in the field that is there.
 *
 * @param put the part; null for the other moves
 * @param add the event; null for the other moves; neither of the two takes the part back
 */
record PartMoveRecord(String via, String partId, Part put, CustomerEvent add) {

  static final RecordFormat<PartMoveRecord> FORMAT = RecordFormat.of(PartMoveRecord.class);

  PartMoveRecord {
    if (via == null || partId == null) {
      throw new IllegalArgumentException("via and partId are missing");
    }
  }

  static PartMoveRecord of(PartMove move) {
    Part put = move instanceof PartMove.Put some ? some.part() : null;
    CustomerEvent add = move instanceof PartMove.Add some ? some.event() : null;
    return new PartMoveRecord(move.via(), move.partId(), put, add);
  }

  PartMove move() {
    if (put != null) {
      return new PartMove.Put(via, partId, put);
    } else if (add != null) {
      return new PartMove.Add(via, partId, add);
    }
    return new PartMove.Retract(via, partId);
  }
}
