package io.clientele.ingest.call;

import io.clientele.contract.Channel;
import io.clientele.contract.EventContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads {@code context}: an item's own, field by field, over the batch's.
 *
 * @param own of the item
 * @param shared of the batch; without fields for a single call
 */
record Circumstances(Fields own, Fields shared) {

  /** Longer values are no names; a batch's context counts for each of its events. */
  private static final int MOST_CHARACTERS = 200;

  private static final Map<String, Channel> CHANNELS =
      Arrays.stream(Channel.values())
          .collect(Collectors.toUnmodifiableMap(Channel::wireName, Function.identity()));

  private static final Set<String> APP_LIBRARIES =
      Set.of("analytics-ios", "analytics-android", "analytics-flutter", "analytics-react-native");

  /** What is known of the event's circumstances. */
  EventContext context() {
    return new EventContext(
        text("campaign", "name"),
        null,
        text("device", "type") == null ? text("device", "model") : text("device", "type"),
        null,
        null,
        false,
        text("location", "country"),
        text("location", "city"),
        text("locale"),
        text("timezone"),
        null);
  }

  /**
   * The channel by its name, else by the library that sent the call, else the web.
   *
   * @param named what the call itself says, or null
   */
  Channel channel(String named) {
    String name = text("channel") == null ? named : text("channel");
    Channel known = name == null ? null : CHANNELS.get(name.toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    String library = text("library", "name");
    return library != null && APP_LIBRARIES.contains(library) ? Channel.APP : Channel.WEB;
  }

  /** A text at this path, or null. */
  String text(String... path) {
    String text = text(own, path);
    return text == null ? text(shared, path) : text;
  }

  private static String text(Fields from, String... path) {
    Fields fields = from;
    for (int step = 0; step < path.length - 1; step++) {
      fields = fields.object(path[step]);
    }
    String text = fields.text(path[path.length - 1]);
    return text == null || text.length() > MOST_CHARACTERS ? null : text;
  }
}
