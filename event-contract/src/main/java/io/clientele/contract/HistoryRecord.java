package io.clientele.contract;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/** What {@code purchase-histories} holds under an id. */
@JsonDeserialize(using = HistoryRecord.Reader.class)
public sealed interface HistoryRecord permits PurchaseHistory, MergedInto {

  /** The id that this stands under. */
  String customerId();

  /** Tells the two apart by the field that only one of them has. */
  final class Reader extends MergedIntoOr<HistoryRecord> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(HistoryRecord.class, PurchaseHistory.class);
    }
  }
}
