package io.clientele.ingest.source;

import io.clientele.contract.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A storefront, or anything else that sends.
 *
 * @param name kebab-case, at most 64 characters; events carry it for ever
 * @param channel the channel of all its events, or null: as each event says
 * @param rateLimit null: none
 * @param keys the write keys that its senders may use, in the order in which they were made
 */
public record Source(
    String name, Channel channel, Defaults defaults, RateLimit rateLimit, List<WriteKey> keys) {

  /** The source that every installation has. */
  public static final String DEFAULT = "default";

  private static final int LONGEST_NAME = 64;
  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public Source {
    if (!isName(name)) {
      throw new IllegalArgumentException("a source's name is kebab-case, not '" + name + "'");
    }
    Objects.requireNonNull(defaults, "defaults");
    keys = List.copyOf(keys);
  }

  /** Whether a source may have this name. */
  public static boolean isName(String text) {
    return text != null && text.length() <= LONGEST_NAME && KEBAB_CASE.matcher(text).matches();
  }

  /** The same source with these keys and no others. */
  public Source withKeys(List<WriteKey> other) {
    return new Source(name, channel, defaults, rateLimit, other);
  }

  /**
   * The same source with a new key. The older ones end after the overlap at the latest, so that
   * every sender has that long to change over; those that have ended already are forgotten.
   *
   * @param overlap zero or more; zero ends the older keys now
   */
  public Source rotated(WriteKey fresh, Instant now, Duration overlap) {
    if (overlap.isNegative()) {
      throw new IllegalArgumentException("an overlap is zero or more, not " + overlap);
    }
    Instant end = now.plus(overlap);
    Stream<WriteKey> older =
        keys.stream().map(key -> key.endingBy(end)).filter(key -> key.isValid(now));
    return withKeys(Stream.concat(older, Stream.of(fresh)).toList());
  }

  /** The same source without the key of this id. */
  public Source without(String keyId) {
    return withKeys(keys.stream().filter(key -> !key.id().equals(keyId)).toList());
  }
}
