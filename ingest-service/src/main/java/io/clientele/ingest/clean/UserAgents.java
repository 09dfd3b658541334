package io.clientele.ingest.clean;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import nl.basjes.parse.useragent.UserAgentAnalyzer;

/**
 * Reads user agents with yauaa.
 *
 * <p>Bots are search engines, link previews, monitors, headless browsers and AI crawlers. Libraries
 * and SDKs ({@code curl}, {@code okhttp}, {@code analytics-java} …), which yauaa counts as robots,
 * are no bots: a shop's own server sends its customers' events with them.
 *
 * <p>The rules take 64 MB of heap, 105 MB before {@link CompactRules}, and 3.5 s (C1 only) to 9 s
 * (with C2) to build; a header not seen before takes 1 to 2 ms. Measured on two quiet cores with
 * {@code -XX:+UseSerialGC -Xmx256m}: used heap after collection and time around {@link #analyzer}.
 * Fewer fields would hardly help: one alone takes 86 MB before compaction.
 */
public final class UserAgents {

  /** The name under which this step is recorded. */
  public static final String RULE = "user-agent";

  /** As much of a header as is searched for bots. */
  private static final int MOST_CHARACTERS = 2_048;

  /** At most 4 MB, typically 1.5; a header not among them costs a millisecond or two. */
  private static final int REMEMBERED = 5_000;

  /** How long headers may be read at a stretch: some 5,000 ordinary ones. */
  private static final long MOST_NANOS = 10_000_000_000L;

  private static final UserAgent UNREADABLE_BOT = new UserAgent(null, null, null, true);

  private static final Set<String> CLIENTS = Set.copyOf(Lines.of("clients.txt"));

  private static final Set<String> BOTS = Set.copyOf(Lines.of("bots.txt"));

  /** Yauaa's DeviceClass, as far as a shop cares. */
  private static final Map<String, String> DEVICES =
      Map.ofEntries(
          Map.entry("Desktop", "desktop"),
          Map.entry("Phone", "phone"),
          Map.entry("Mobile", "phone"),
          Map.entry("Tablet", "tablet"),
          Map.entry("TV", "tv"),
          Map.entry("Set-top box", "tv"),
          Map.entry("Watch", "watch"),
          Map.entry("Game Console", "console"),
          Map.entry("Handheld Game Console", "console"),
          Map.entry("Car", "car"),
          Map.entry("eReader", "reader"),
          Map.entry("Virtual Reality", "headset"),
          Map.entry("Augmented Reality", "headset"),
          Map.entry("Voice", "speaker"),
          Map.entry("Smart Display", "speaker"));

  private static final Set<String> NOTHING = Set.of("Unknown", "Hacker", "Unclassified", "??");

  private final CompletableFuture<Function<String, UserAgent>> reader;
  private final Map<String, UserAgent> remembered = new Remembered();
  private final Duration patience;
  private final LongSupplier nanos;

  /** Yauaa promises answers to many threads, but keeps its matches in the rules themselves. */
  private final ReentrantLock turn = new ReentrantLock();

  /** What is left of the time for reading, and when that was; only with the turn. */
  private long leftNanos = MOST_NANOS;

  private long leftAt;

  /**
   * Starts to build the analyzer, which takes some seconds.
   *
   * @param background runs the building; the first to ask wait for it
   * @param patience how long a header waits for others to be read
   * @param nanos a clock that never goes back
   */
  public UserAgents(Executor background, Duration patience, LongSupplier nanos) {
    this.patience = patience;
    this.nanos = nanos;
    this.leftAt = nanos.getAsLong();
    reader = CompletableFuture.supplyAsync(UserAgents::analyzer, background);
  }

  /** Done when nobody has to wait for the analyzer any more; fails if it could not be built. */
  public CompletionStage<Void> built() {
    return reader.thenApply(analyzer -> null);
  }

  /**
   * What sent this header. Any thread may ask. A header that is remembered takes a microsecond;
   * others are read one at a time, in milliseconds, and for half of the time at most once ten
   * seconds of it are used up: there are headers that take seventy times as long as others. Only
   * the names of well-known bots are read where there is no turn for a header, where it does not
   * look like a user agent ({@link HeaderShape}), and if the analyzer could not be built.
   */
  public UserAgent of(String header) {
    UserAgent known = remembered(header);
    if (known != null) {
      return known;
    }
    if (reader.isCompletedExceptionally() || !HeaderShape.isReadable(header)) {
      return byName(header);
    }
    if (header.isBlank() || CLIENTS.contains(product(header))) {
      return UserAgent.UNKNOWN;
    }
    Function<String, UserAgent> analyzer = reader.join();
    return readInTurn(analyzer, header).orElseGet(() -> byName(header));
  }

  private static UserAgent byName(String header) {
    return isKnownBot(header) ? UNREADABLE_BOT : UserAgent.UNKNOWN;
  }

  /** Empty if there is no turn, or no time left. */
  private Optional<UserAgent> readInTurn(Function<String, UserAgent> analyzer, String header) {
    if (!takeTurn()) {
      return Optional.empty();
    }
    try {
      long before = nanos.getAsLong();
      leftNanos = Math.min(MOST_NANOS, leftNanos + (before - leftAt) / 2);
      leftAt = before;
      if (leftNanos <= 0) {
        return Optional.empty();
      }
      UserAgent read = analyzer.apply(header);
      leftNanos -= nanos.getAsLong() - before;
      synchronized (remembered) {
        remembered.put(header, read);
      }
      return Optional.of(read);
    } finally {
      turn.unlock();
    }
  }

  private boolean takeTurn() {
    try {
      return turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private UserAgent remembered(String header) {
    synchronized (remembered) {
      return remembered.get(header);
    }
  }

  private static boolean isKnownBot(String header) {
    String front = header.substring(0, Math.min(header.length(), MOST_CHARACTERS));
    String lower = front.toLowerCase(Locale.ROOT);
    return BOTS.stream().anyMatch(lower::contains);
  }

  /** The first product's name, which libraries use for their own. */
  private static String product(String text) {
    int end = 0;
    while (end < text.length() && " /;(".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static Function<String, UserAgent> analyzer() {
    UserAgentAnalyzer analyzer =
        UserAgentAnalyzer.newBuilder()
            .withFields("DeviceClass", "AgentName", "AgentClass", "OperatingSystemName")
            .withoutCache()
            .dropTests()
            .hideMatcherLoadStats()
            .immediateInitialization()
            .build();
    CompactRules.of(analyzer);
    return header -> read(analyzer, header);
  }

  private static UserAgent read(UserAgentAnalyzer analyzer, String header) {
    var found = analyzer.parse(header);
    String device = found.getValue("DeviceClass");
    boolean bot =
        device.startsWith("Robot")
            || found.getValue("AgentClass").startsWith("Robot")
            || isKnownBot(header);
    return bot
        ? new UserAgent(null, known(found.getValue("AgentName")), null, true)
        : new UserAgent(
            DEVICES.get(device),
            known(found.getValue("AgentName")),
            known(found.getValue("OperatingSystemName")),
            false);
  }

  private static String known(String value) {
    return NOTHING.contains(value) ? null : value;
  }

  /** The user agents that were asked for last. */
  private static final class Remembered extends LinkedHashMap<String, UserAgent> {

    private static final long serialVersionUID = 1;

    Remembered() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, UserAgent> eldest) {
      return size() > REMEMBERED;
    }
  }
}
