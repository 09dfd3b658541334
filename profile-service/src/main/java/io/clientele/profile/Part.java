package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import io.clientele.profile.behaviour.ActiveDays;
import io.clientele.profile.behaviour.Carts;
import io.clientele.profile.behaviour.DailyCounts;
import io.clientele.profile.behaviour.Sessions;
import io.clientele.profile.engagement.CustomerVoice;
import io.clientele.profile.engagement.Engagements;
import io.clientele.profile.person.CampaignTouches;
import io.clientele.profile.person.PersonalValues;
import io.clientele.profile.person.Places;
import io.clientele.profile.person.SeenDevices;
import io.clientele.profile.person.Traits;
import io.clientele.profile.preference.Affinities;

/**
 * All that one id did, its orders apart: the product of the families, folded over the events that
 * were written under that id. A profile is the sum of its ids' parts.
 */
public record Part(
    ActiveDays activeDays,
    DailyCounts counts,
    Sessions sessions,
    Carts carts,
    Affinities affinities,
    Engagements engagements,
    CustomerVoice voice,
    Traits traits,
    PersonalValues personal,
    Places places,
    CampaignTouches campaigns,
    SeenDevices devices) {

  /** Of an id that did nothing yet. */
  public static final Part ZERO =
      new Part(null, null, null, null, null, null, null, null, null, null, null, null);

  public Part {
    activeDays = activeDays == null ? ActiveDays.ZERO : activeDays;
    counts = counts == null ? DailyCounts.ZERO : counts;
    sessions = sessions == null ? Sessions.ZERO : sessions;
    carts = carts == null ? Carts.ZERO : carts;
    affinities = affinities == null ? Affinities.ZERO : affinities;
    engagements = engagements == null ? Engagements.ZERO : engagements;
    voice = voice == null ? CustomerVoice.ZERO : voice;
    traits = traits == null ? Traits.ZERO : traits;
    personal = personal == null ? PersonalValues.ZERO : personal;
    places = places == null ? Places.ZERO : places;
    campaigns = campaigns == null ? CampaignTouches.ZERO : campaigns;
    devices = devices == null ? SeenDevices.ZERO : devices;
  }

  /** With one more event, in any order; the same event twice counts twice. */
  public Part add(CustomerEvent event) {
    return new Part(
        activeDays.add(event),
        counts.add(event),
        sessions.add(event),
        carts.add(event),
        affinities.add(event),
        engagements.add(event),
        voice.add(event),
        traits.add(event),
        personal.add(event),
        places.add(event),
        campaigns.add(event),
        devices.add(event));
  }

  /** The same as one fold over both sides' events. */
  public Part merge(Part other) {
    if (!seen() || !other.seen()) {
      return seen() ? this : other;
    }
    return new Part(
        activeDays.merge(other.activeDays),
        counts.merge(other.counts),
        sessions.merge(other.sessions),
        carts.merge(other.carts),
        affinities.merge(other.affinities),
        engagements.merge(other.engagements),
        voice.merge(other.voice),
        traits.merge(other.traits),
        personal.merge(other.personal),
        places.merge(other.places),
        campaigns.merge(other.campaigns),
        devices.merge(other.devices));
  }

  /** Whether any event is in it. */
  boolean seen() {
    return activeDays.firstAt() != null;
  }
}
