package io.clientele.profile.preference;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.contract.profile.Preferences;
import io.clientele.profile.fold.BoughtLine;
import io.clientele.profile.fold.Family;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the customer is drawn to, by contacts that halve every 30 days. Events tell of what was
 * looked at and put into carts. Lines of orders come by {@link #change} instead, since a report of
 * an order that is replaced or taken back has to be taken out again.
 *
 * <p>A contact counts from when it happened, but not from later than when the platform heard of it:
 * a wrong clock makes nothing more recent than now. Its bound: 200 categories and 200 brands of 200
 * bytes each; within it, sums are the same in any order to 1e-9.
 */
public record Affinities(
    DecayedSums categories, DecayedSums brands, DecayedSums priceLevels, DecayedSums channels)
    implements Family<Affinities, Preferences> {

  public static final Affinities ZERO = new Affinities(null, null, null, null);

  public Affinities {
    categories = orNone(categories);
    brands = orNone(brands);
    priceLevels = orNone(priceLevels);
    channels = orNone(channels);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Affinities unpack(byte[] packed) {
    Unpacker unpacker = new Unpacker(packed);
    return unpacker.hasMore()
        ? new Affinities(
            DecayedSums.unpack(unpacker),
            DecayedSums.unpack(unpacker),
            DecayedSums.unpack(unpacker),
            DecayedSums.unpack(unpacker))
        : ZERO;
  }

  @JsonValue
  byte[] pack() {
    Packer packer = new Packer();
    if (!equals(ZERO)) {
      categories.pack(packer);
      brands.pack(packer);
      priceLevels.pack(packer);
      channels.pack(packer);
    }
    return packer.toBytes();
  }

  @Override
  public Affinities add(CustomerEvent event) {
    if (isOfTheShop(event.payload())) {
      return this;
    }
    Instant known =
        event.occurredAt().isBefore(event.receivedAt()) ? event.occurredAt() : event.receivedAt();
    HalfLives time = HalfLives.at(known);
    Contacts contacts = contacts(event.payload(), time);
    return new Affinities(
        categories.plus(contacts.categories()),
        brands.plus(contacts.brands()),
        priceLevels.plus(contacts.priceLevels()),
        channels.plus(channel(event, time)));
  }

  @Override
  public Affinities merge(Affinities other) {
    return new Affinities(
        categories.plus(other.categories.byName()),
        brands.plus(other.brands.byName()),
        priceLevels.plus(other.priceLevels.byName()),
        channels.plus(other.channels.byName()));
  }

  /**
   * With the lines that an order has now in place of those that it had before.
   *
   * @param before what was added for it earlier
   * @param after none where it no longer counts
   */
  public Affinities change(Collection<BoughtLine> before, Collection<BoughtLine> after) {
    if (List.copyOf(before).equals(List.copyOf(after))) {
      return this;
    }
    Contacts taken = lines(before);
    Contacts given = lines(after);
    return new Affinities(
        categories.minus(taken.categories()).plus(given.categories()),
        brands.minus(taken.brands()).plus(given.brands()),
        priceLevels.minus(taken.priceLevels()).plus(given.priceLevels()),
        channels);
  }

  @Override
  public Preferences at(Instant time) {
    HalfLives now = HalfLives.at(time);
    return new Preferences(
        categories.at(now), brands.at(now), priceLevels.at(now), channels.at(now));
  }

  private static Contacts contacts(Payload payload, HalfLives time) {
    if (payload instanceof Payload.ProductViewed viewed) {
      return products(List.of(viewed.product()), Contact.VIEWED, time);
    } else if (payload instanceof Payload.ProductListViewed list) {
      return new Contacts().with(Contact.LISTED, time, list.category(), null, null);
    } else if (payload instanceof Payload.CartChanged cart
        && cart.change() == Payload.CartChanged.Change.ADDED) {
      return products(cart.products(), Contact.CARTED, time);
    }
    return new Contacts();
  }

  private static Contacts products(List<Product> products, Contact contact, HalfLives time) {
    Contacts contacts = new Contacts();
    for (Product product : products) {
      contacts.with(contact, time, product.category(), product.brand(), product.price());
    }
    return contacts;
  }

  private static Contacts lines(Collection<BoughtLine> lines) {
    Contacts contacts = new Contacts();
    for (BoughtLine line : lines) {
      contacts.with(
          Contact.ORDERED, HalfLives.at(line.at()), line.category(), line.brand(), line.price());
    }
    return contacts;
  }

  /** What the shop says of the customer is nothing that the customer did anywhere. */
  private static boolean isOfTheShop(Payload payload) {
    return payload instanceof Payload.TraitsChanged || payload instanceof Payload.ConsentChanged;
  }

  private static SortedMap<String, Decayed> channel(CustomerEvent event, HalfLives time) {
    return new TreeMap<>(
        Map.of(event.channel().wireName(), Decayed.of(Contact.VIEWED.weight(), time)));
  }

  private static DecayedSums orNone(DecayedSums sums) {
    return sums == null ? DecayedSums.NONE : sums;
  }
}
