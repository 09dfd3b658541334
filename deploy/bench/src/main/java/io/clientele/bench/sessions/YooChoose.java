package io.clientele.bench.sessions;

import io.clientele.local.load.SessionTimes;
import io.clientele.local.platform.PlatformException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * YooChoose 1/64 as SR-GNN splits it: every prefix of a test session is asked, reminders allowed,
 * every item may come. The files have no times; the loader's are taken, and the test goes on at the
 * pace of the training part.
 */
final class YooChoose {

  static final String FOLDER = "yoochoose1_64_srgnn";

  /** Any moment does: only distances count. */
  private static final Instant LOADED = Instant.parse("2026-01-01T00:00:00Z");

  /** Of the training sessions, the last eighth is for choosing. */
  private static final int PARTS = 8;

  private final DataFolder folder;

  YooChoose(DataFolder folder) {
    this.folder = folder;
  }

  /** The published split. */
  Protocol test() throws IOException {
    List<String> train = folder.lines("train_sessions.txt.gz");
    Protocol protocol =
        protocol(
            "YooChoose 1/64, test",
            train,
            folder.lines("test_sessions.txt.gz"),
            Published.YOOCHOOSE);
    check(protocol.queries(), folder.lines("test_prefix_target.tsv.gz"));
    return protocol;
  }

  /** The end of the training part, asked with its beginning. */
  Protocol validation() throws IOException {
    List<String> lines = folder.lines("train_sessions.txt.gz");
    int cut = (int) ((long) lines.size() * (PARTS - 1) / PARTS);
    return protocol(
        "YooChoose 1/64, last eighth of the training part",
        lines.subList(0, cut),
        lines.subList(cut, lines.size()),
        List.of());
  }

  private static Protocol protocol(
      String title, List<String> train, List<String> asked, List<Published> published) {
    SessionTimes times = SessionTimes.before(LOADED, train.size());
    return new Protocol(
        title,
        false,
        sessions(train, 1, times),
        Turn.oneByOne(sessions(asked, train.size() + 1, times)),
        published);
  }

  private static List<Session> sessions(List<String> lines, int first, SessionTimes times) {
    return IntStream.range(0, lines.size())
        .mapToObj(line -> session(lines.get(line), first + line, times))
        .toList();
  }

  private static Session session(String line, int number, SessionTimes times) {
    List<String> items = List.of(line.split(" ", -1));
    return new Session(
        SessionTimes.id(number),
        items,
        IntStream.range(0, items.size()).mapToObj(step -> times.at(number, step)).toList());
  }

  /**
   * The publishers' own list of pairs has the same pairs, each as often, in an order of its own.
   */
  private static void check(List<Query> queries, List<String> pairs) {
    Map<String, Integer> surplus = new HashMap<>();
    pairs.forEach(pair -> surplus.merge(pair, -1, Integer::sum));
    queries.forEach(
        query ->
            surplus.merge(
                String.join(" ", query.items()) + "\t" + query.target(), 1, Integer::sum));
    if (!surplus.values().stream().allMatch(count -> count == 0)) {
      throw new PlatformException(
          "test_prefix_target.tsv.gz and test_sessions.txt.gz do not have the same pairs");
    }
  }
}
