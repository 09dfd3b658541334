package io.clientele.contract;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/** What {@code customer-profiles} holds under an id. */
@JsonDeserialize(using = ProfileRecord.Reader.class)
public sealed interface ProfileRecord permits CustomerProfile, MergedInto {

  /** The id that this stands under. */
  String customerId();

  /** Tells the two apart by the field that only one of them has. */
  final class Reader extends MergedIntoOr<ProfileRecord> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(ProfileRecord.class, CustomerProfile.class);
    }
  }
}
