package io.clientele.profile.person;

import io.clientele.contract.profile.Place;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Sample;
import io.clientele.profile.fold.SortedMaps;
import io.clientele.profile.fold.Unpacker;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How many events named each place; of more than {@link #MOST_PLACES} a {@link Sample}, which
 * bounds the state of a customer behind a proxy that moves around.
 *
 * <p>No record: it is only written packed, and Jackson would still ask how a place is read where it
 * stands as a key.
 */
final class PlaceCounts {

  /** More than any traveller's in a lifetime. */
  static final int MOST_PLACES = 100;

  static final PlaceCounts NONE = new PlaceCounts(null);

  private final SortedMap<Place, Long> events;

  private PlaceCounts(SortedMap<Place, Long> events) {
    this.events = SortedMaps.copy(events);
  }

  static PlaceCounts one(Place place) {
    return new PlaceCounts(new TreeMap<>(Map.of(place, 1L)));
  }

  PlaceCounts merge(PlaceCounts other) {
    return new PlaceCounts(
        Sample.of(
            SortedMaps.merged(events, other.events, Long::sum),
            MOST_PLACES,
            PlaceCounts::wholeName));
  }

  int size() {
    return events.size();
  }

  /**
   * Where most happens: the country that most events name, in it the city, and of that the region;
   * among equals the first by name. The country comes first since it is what nearly every event
   * names: somebody who moves between two cities of one country is at home there, whatever they did
   * abroad. What events leave out is no place of its own.
   */
  Place usual() {
    String country = most(Place::country, place -> true);
    Predicate<Place> inCountry = place -> place.country().equals(country);
    String city = most(Place::city, inCountry);
    String region = most(Place::region, inCountry.and(p -> city == null || city.equals(p.city())));
    return new Place(country, region, city);
  }

  /** Which part of all events happened in a place, as far as it is named. */
  double share(Place in) {
    long all = 0;
    long there = 0;
    for (Map.Entry<Place, Long> entry : events.entrySet()) {
      Place place = entry.getKey();
      all += entry.getValue();
      if (place.country().equals(in.country())
          && (in.region() == null || in.region().equals(place.region()))
          && (in.city() == null || in.city().equals(place.city()))) {
        there += entry.getValue();
      }
    }
    return (double) there / all;
  }

  /** Reads the rest of what {@link #pack} wrote last. */
  static PlaceCounts unpack(Unpacker unpacker) {
    SortedMap<Place, Long> events = new TreeMap<>();
    while (unpacker.hasMore()) {
      events.put(place(unpacker), unpacker.number());
    }
    return new PlaceCounts(events);
  }

  void pack(Packer packer) {
    events.forEach(
        (place, count) -> {
          pack(place, packer);
          packer.number(count);
        });
  }

  static Place place(Unpacker unpacker) {
    return new Place(unpacker.text(), Names.unpack(unpacker), Names.unpack(unpacker));
  }

  static void pack(Place place, Packer packer) {
    packer.text(place.country());
    Names.pack(place.region(), packer);
    Names.pack(place.city(), packer);
  }

  private String most(Function<Place, String> name, Predicate<Place> where) {
    SortedMap<String, Long> sums = new TreeMap<>();
    events.forEach(
        (place, count) -> {
          if (where.test(place) && name.apply(place) != null) {
            sums.merge(name.apply(place), count, Long::sum);
          }
        });
    String most = null;
    for (Map.Entry<String, Long> sum : sums.entrySet()) {
      if (most == null || sum.getValue() > sums.get(most)) {
        most = sum.getKey();
      }
    }
    return most;
  }

  private static String wholeName(Place place) {
    return place.country() + '\n' + place.region() + '\n' + place.city();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlaceCounts those && events.equals(those.events);
  }

  @Override
  public int hashCode() {
    return events.hashCode();
  }

  @Override
  public String toString() {
    return events.toString();
  }
}
