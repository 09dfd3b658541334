package io.clientele.profile.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.profile.Campaigns;
import io.clientele.profile.fold.Family;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;
import java.time.Instant;

/**
 * The first and the last touch of a campaign, a search, a link or whatever else brought the
 * customer. Two touches of names of at most 200 bytes are its bound.
 *
 * @param first null where there is none
 * @param last null where there is none
 */
public record CampaignTouches(CampaignTouch first, CampaignTouch last)
    implements Family<CampaignTouches, Campaigns> {

  public static final CampaignTouches ZERO = new CampaignTouches(null, null);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CampaignTouches unpack(byte[] packed) {
    Unpacker unpacker = new Unpacker(packed);
    if (!unpacker.hasMore()) {
      return ZERO;
    }
    CampaignTouch first = CampaignTouch.unpack(unpacker);
    return new CampaignTouches(first, unpacker.hasMore() ? CampaignTouch.unpack(unpacker) : first);
  }

  @JsonValue
  byte[] pack() {
    Packer packer = new Packer();
    if (first != null) {
      first.pack(packer);
      if (!first.equals(last)) {
        last.pack(packer);
      }
    }
    return packer.toBytes();
  }

  @Override
  public CampaignTouches add(CustomerEvent event) {
    return CampaignTouch.in(event)
        .map(touch -> merge(new CampaignTouches(touch, touch)))
        .orElse(this);
  }

  @Override
  public CampaignTouches merge(CampaignTouches other) {
    if (first == null || other.first == null) {
      return first == null ? other : this;
    }
    return new CampaignTouches(
        other.first.stamp().compareTo(first.stamp()) < 0 ? other.first : first,
        other.last.stamp().compareTo(last.stamp()) > 0 ? other.last : last);
  }

  @Override
  public Campaigns at(Instant time) {
    return first == null ? new Campaigns(null, null) : new Campaigns(first.shown(), last.shown());
  }
}
