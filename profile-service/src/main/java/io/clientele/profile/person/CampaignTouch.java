package io.clientele.profile.person;

import io.clientele.contract.Acquisition;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.profile.Campaign;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Stamp;
import io.clientele.profile.fold.Unpacker;
import java.util.Optional;
import java.util.stream.Stream;

/** One event that tells what brought the customer. */
record CampaignTouch(
    Stamp stamp, String name, String channel, String source, String medium, String referrer) {

  /** Who comes by themselves was brought by nothing. */
  private static final String DIRECT = "direct";

  private static final Acquisition NONE = new Acquisition(null, null, null, null);

  /** Empty where the event names neither a campaign nor a way other than direct. */
  static Optional<CampaignTouch> in(CustomerEvent event) {
    Acquisition acquisition =
        event.context().acquisition() == null
                || DIRECT.equals(event.context().acquisition().channel())
            ? NONE
            : event.context().acquisition();
    CampaignTouch touch =
        new CampaignTouch(
            Stamp.of(event),
            Names.kept(event.context().campaign()),
            Names.kept(acquisition.channel()),
            Names.kept(acquisition.source()),
            Names.kept(acquisition.medium()),
            Names.kept(acquisition.referrer()));
    return Stream.of(touch.name, touch.channel, touch.source, touch.medium, touch.referrer)
            .allMatch(name -> name == null)
        ? Optional.empty()
        : Optional.of(touch);
  }

  /** Reads what {@link #pack} wrote. */
  static CampaignTouch unpack(Unpacker unpacker) {
    return new CampaignTouch(
        Stamp.unpack(unpacker),
        Names.unpack(unpacker),
        Names.unpack(unpacker),
        Names.unpack(unpacker),
        Names.unpack(unpacker),
        Names.unpack(unpacker));
  }

  void pack(Packer packer) {
    stamp.pack(packer);
    Stream.of(name, channel, source, medium, referrer).forEach(text -> Names.pack(text, packer));
  }

  Campaign shown() {
    return new Campaign(name, channel, source, medium, referrer, stamp.at());
  }
}
