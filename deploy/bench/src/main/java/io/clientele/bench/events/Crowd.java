package io.clientele.bench.events;

import io.clientele.contract.CustomerIds;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.EventContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Customers by number. Each twentieth was an anonymous shopper before the first login, each
 * fiftieth had another id before: what they did then reaches them through a merge.
 *
 * @param name tells these customers from those of other crowds
 * @param customers how many; at least one
 */
public record Crowd(String name, int customers) {

  private static final int ANONYMOUS_ONCE = 20;
  private static final int OTHER_ID_ONCE = 50;
  private static final int MOST_DEVICES = 3;
  private static final String SOURCE = "shop";

  private static final List<String[]> PLACES =
      List.of(
          new String[] {"GB", "GB-ENG", "London", "en-GB", "Europe/London"},
          new String[] {"DE", "DE-BE", "Berlin", "de-DE", "Europe/Berlin"},
          new String[] {"FR", "FR-IDF", "Paris", "fr-FR", "Europe/Paris"},
          new String[] {"US", "US-CA", "San Diego", "en-US", "America/Los_Angeles"},
          new String[] {"US", "US-NY", "Buffalo", "en-US", "America/New_York"});
  private static final List<String[]> MACHINES =
      List.of(
          new String[] {"Desktop", "Chrome", "Windows"},
          new String[] {"iPhone", "Safari", "iOS"},
          new String[] {"Pixel 8", "Chrome", "Android"},
          new String[] {"Desktop", "Firefox", "Linux"});

  public Crowd {
    if (customers < 1) {
      throw new IllegalArgumentException("a crowd of " + customers + " customers");
    }
  }

  /** The id under which a customer is known in the end. */
  public String id(int customer) {
    return name + "-" + customer;
  }

  /** The id that this customer's first events come with; {@link #id} for most. */
  public String firstId(int customer) {
    if (wasAnonymous(customer)) {
      return CustomerIds.ofDevice(device(customer, 0));
    }
    return hadOtherId(customer) ? id(customer) + "-before" : id(customer);
  }

  /** The anonymous id of one of a customer's devices. */
  String device(int customer, int device) {
    return new UUID(name.hashCode(), (long) customer * MOST_DEVICES + device).toString();
  }

  /** How many devices a customer has. */
  int devices(int customer) {
    return 1 + customer % MOST_DEVICES;
  }

  /** Where and on what a customer shops. */
  EventContext context(int customer, int device, String campaign) {
    String[] place = PLACES.get(customer % PLACES.size());
    String[] machine = MACHINES.get((customer + device) % MACHINES.size());
    return new EventContext(
        campaign,
        null,
        machine[0],
        machine[1],
        machine[2],
        false,
        place[0],
        place[1],
        place[2],
        place[3],
        place[4],
        "192.0.2.0/24");
  }

  /** How many different customer ids their events have, if each of them comes at all. */
  public long ids() {
    long merged = 0;
    for (int customer = 0; customer < customers; customer++) {
      merged += firstId(customer).equals(id(customer)) ? 0 : 1;
    }
    return customers + merged;
  }

  /** Any of their ids, each customer as likely as any other. */
  public String anyId(SplittableRandom random) {
    int customer = random.nextInt(customers);
    return random.nextBoolean() ? id(customer) : firstId(customer);
  }

  /** What links their ids, as ingest writes it. */
  public List<CustomerMerge> merges(Instant at) {
    List<CustomerMerge> merges = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      String first = firstId(customer);
      String known = id(customer);
      String link = "link-" + known;
      if (wasAnonymous(customer)) {
        merges.add(merge(first, known, link, known, CustomerMerge.LOGIN, at));
      } else if (hadOtherId(customer)) {
        merges.add(merge(first, known, link, known, "alias", at));
        merges.add(merge(known, known, link, first, "alias", at));
      }
    }
    return merges;
  }

  private static CustomerMerge merge(
      String id, String canonical, String link, String with, String cause, Instant at) {
    return new CustomerMerge(
        id, canonical, List.of(new CustomerMerge.Link(link, with, cause, SOURCE, at)));
  }

  private static boolean wasAnonymous(int customer) {
    return customer % ANONYMOUS_ONCE == 0;
  }

  private static boolean hadOtherId(int customer) {
    return customer % OTHER_ID_ONCE == 7;
  }
}
