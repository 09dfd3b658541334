package io.clientele.ingest.call;

import io.clientele.contract.Acquisition;
import io.clientele.contract.Channel;
import io.clientele.contract.EventContext;
import io.clientele.ingest.clean.Address;
import io.clientele.ingest.clean.Country;
import io.clientele.ingest.clean.Landing;
import io.clientele.ingest.clean.Language;
import io.clientele.ingest.clean.TrafficSource;
import io.clientele.ingest.clean.UserAgent;
import io.clientele.ingest.clean.UserAgents;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads {@code context}, cleaned: an item's own, field by field, over the batch's.
 *
 * @param own of the item
 * @param shared of the batch; without fields for a single call
 * @param page the properties of a page that is looked at; without fields for other calls
 * @param arrival what the platform itself knows of the request
 */
record Circumstances(Fields own, Fields shared, Fields page, Arrival arrival) {

  /** Longer values are no names; a batch's context counts for each of its events. */
  private static final int MOST_CHARACTERS = 200;

  /** Of a page: browsers make no longer ones. */
  private static final int MOST_ADDRESS_CHARACTERS = 2_048;

  private static final String TOO_LONG = "too-long";
  private static final String SOURCE_DEFAULT = "source-default";

  private static final Map<String, Channel> CHANNELS =
      Arrays.stream(Channel.values())
          .collect(Collectors.toUnmodifiableMap(Channel::wireName, Function.identity()));

  private static final Set<String> APP_LIBRARIES =
      Set.of("analytics-ios", "analytics-android", "analytics-flutter", "analytics-react-native");

  /**
   * What is known of the event's circumstances.
   *
   * @param country as {@link #country} says
   */
  EventContext context(Function<String, UserAgent> agents, String country) {
    UserAgent agent = agent(agents);
    return new EventContext(
        text("campaign", "name"),
        acquisition(),
        firstOf(text("device", "type"), text("device", "model"), agent.device()),
        firstOf(text("browser"), text("browser", "name"), agent.browser()),
        firstOf(text("os", "name"), agent.operatingSystem()),
        agent.bot(),
        country,
        text("location", "region"),
        text("location", "city"),
        language(),
        text("timezone"),
        network());
  }

  private UserAgent agent(Function<String, UserAgent> agents) {
    String name = "userAgent";
    String sent = own.text(name);
    String header = sent == null ? shared.text(name) : sent;
    if (header == null) {
      return UserAgent.UNKNOWN;
    }
    UserAgent agent = agents.apply(header);
    if (agent.bot()) {
      changes().note(UserAgents.RULE, pointer(name), header, "bot");
    }
    return agent;
  }

  private static String firstOf(String... texts) {
    for (String text : texts) {
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** ISO 3166-1 alpha-2, the source's own where the call names none; null if nobody says. */
  String country() {
    String named = canonical(Country.RULE, Country::code, "location", "country");
    String usual = arrival.source().defaults().country();
    if (named != null || usual == null) {
      return named;
    }
    changes().note(SOURCE_DEFAULT, pointer("location", "country"), null, usual);
    return usual;
  }

  private String language() {
    return canonical(Language.RULE, Language::tag, "locale");
  }

  private String network() {
    String ip = sentAddress();
    boolean direct = own.node().path("direct").asBoolean(shared.node().path("direct").asBoolean());
    String address = ip == null && direct ? arrival.address() : ip;
    if (address == null) {
      return null;
    }
    String network = Address.truncated(address).orElse(null);
    // Not even the change may tell the whole address.
    changes().note(Address.RULE, pointer("ip"), network == null ? Address.HIDDEN : null, network);
    return network;
  }

  /** As it was sent: cleaning it as a text would write it down. */
  private String sentAddress() {
    String ip = own.node().path("ip").asText("");
    return ip.isBlank() ? shared.node().path("ip").textValue() : ip;
  }

  /**
   * The channel of the source, else as the event says, else by the library that sent the call, else
   * as usual.
   *
   * @param named what the call itself says, or null
   * @param usual where such things take place, or null: the web
   */
  Channel channel(String named, Channel usual) {
    if (arrival.source().channel() != null) {
      return arrival.source().channel();
    }
    String name = text("channel") == null ? named : text("channel");
    Channel known = name == null ? null : CHANNELS.get(name.toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    String library = text("library", "name");
    if (library != null && APP_LIBRARIES.contains(library)) {
      return Channel.APP;
    }
    return usual == null ? Channel.WEB : usual;
  }

  /** The path or URL of the page that it happened on, or null. */
  String pageAddress() {
    return onPage("path", "url");
  }

  /** What brought the customer; null where no page says so. */
  private Acquisition acquisition() {
    String referrer = onPage("referrer");
    Landing landing =
        new Landing(
            text("campaign", "source"),
            text("campaign", "medium"),
            text("campaign", "name"),
            onPage("url"),
            referrer == null ? address(own.object("referrer"), "url") : referrer);
    return TrafficSource.of(landing).orElse(null);
  }

  /** The first of these that the page, the item's context or the batch's says. */
  private String onPage(String... names) {
    for (Fields fields : List.of(page, own.object("page"), shared.object("page"))) {
      for (String name : names) {
        String address = address(fields, name);
        if (address != null) {
          return address;
        }
      }
    }
    return null;
  }

  /** A text by which something is known, or null. */
  String id(String name) {
    String id = own.id(name);
    return id == null ? shared.id(name) : id;
  }

  /** A text at this path, or null. */
  String text(String... path) {
    String text = text(own, path);
    return text == null && shared.node().isObject() ? text(shared, path) : text;
  }

  /** What no table knows is dropped, since the field promises a code. */
  private String canonical(String rule, Function<String, Optional<String>> canon, String... path) {
    String text = text(path);
    if (text == null) {
      return null;
    }
    String canonical = canon.apply(text).orElse(null);
    if (!text.equals(canonical)) {
      changes().note(rule, pointer(path), text, canonical);
    }
    return canonical;
  }

  private Changes changes() {
    return own.changes();
  }

  private String pointer(String... path) {
    return own.pointer() + "/" + String.join("/", path);
  }

  private static String text(Fields from, String... path) {
    Fields fields = from;
    for (int step = 0; step < path.length - 1; step++) {
      fields = fields.object(path[step]);
    }
    return bounded(fields, path[path.length - 1]);
  }

  private static String address(Fields fields, String name) {
    String address = fields.address(name);
    if (address != null && address.length() > MOST_ADDRESS_CHARACTERS) {
      fields.changes().note(TOO_LONG, fields.pointer(name), Paths.of(address), null);
      return null;
    }
    return address;
  }

  private static String bounded(Fields fields, String name) {
    String text = fields.text(name);
    if (text != null && text.length() > MOST_CHARACTERS) {
      fields.changes().note(TOO_LONG, fields.pointer(name), text, null);
      return null;
    }
    return text;
  }
}
