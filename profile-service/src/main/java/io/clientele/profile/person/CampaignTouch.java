package io.clientele.profile.person;

import io.clientele.contract.Acquisition;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.profile.Campaign;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Stamp;
import io.clientele.profile.fold.Unpacker;
import java.util.Objects;
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
    String campaign = event.context().campaign();
    Acquisition acquisition = event.context().acquisition();
    boolean brought = acquisition != null && !DIRECT.equals(acquisition.channel());
    if (campaign == null && !brought) {
      return Optional.empty();
    }
    Acquisition way = brought ? acquisition : NONE;
    CampaignTouch touch =
        new CampaignTouch(
            Stamp.of(event),
            Names.kept(campaign),
            Names.kept(way.channel()),
            Names.kept(way.source()),
            Names.kept(way.medium()),
            Names.kept(way.referrer()));
    return Optional.of(touch).filter(CampaignTouch::namesAnything);
  }

  private boolean namesAnything() {
    return Stream.of(name, channel, source, medium, referrer).anyMatch(Objects::nonNull);
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
