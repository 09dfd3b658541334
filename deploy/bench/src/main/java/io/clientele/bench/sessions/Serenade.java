package io.clientele.bench.sessions;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The example of bol.com's Serenade: every prefix of a test session is asked, the item just touched
 * is never suggested. Clicks are ordered by second, those of one second as in the file.
 */
final class Serenade {

  static final String FOLDER = "serenade_example";

  private static final String COLUMNS = "SessionId\tItemId\tTime";

  private final DataFolder folder;

  Serenade(DataFolder folder) {
    this.folder = folder;
  }

  /** The published split. */
  Protocol test() throws IOException {
    return protocol("Serenade, test", "test.txt.gz", Published.SERENADE);
  }

  /** The part of the same day that its publishers choose parameters on. */
  Protocol validation() throws IOException {
    return protocol("Serenade, validation", "valid.txt.gz", List.of());
  }

  private Protocol protocol(String title, String asked, List<Published> published)
      throws IOException {
    return new Protocol(
        title,
        true,
        sessions(folder.lines("train.txt.gz")),
        Turn.byTime(sessions(folder.lines(asked))),
        published);
  }

  /** In the order of their first clicks. */
  private static List<Session> sessions(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).equals(COLUMNS)) {
      throw new IllegalArgumentException("the columns are not " + COLUMNS);
    }
    Map<String, List<Click>> clicks = new LinkedHashMap<>();
    lines.stream()
        .skip(1)
        .map(Click::of)
        .sorted(Comparator.comparingLong(Click::seconds))
        .forEach(
            click -> clicks.computeIfAbsent(click.session, id -> new ArrayList<>()).add(click));
    return clicks.entrySet().stream()
        .map(session -> session(session.getKey(), session.getValue()))
        .toList();
  }

  private static Session session(String id, List<Click> clicks) {
    Map<Long, Long> inSecond = new HashMap<>();
    List<Instant> times =
        clicks.stream()
            .map(
                click ->
                    Instant.ofEpochSecond(click.seconds)
                        .plusMillis(inSecond.merge(click.seconds, 1L, Long::sum) - 1))
            .toList();
    return new Session("s" + id, clicks.stream().map(Click::item).toList(), times);
  }

  private record Click(String session, String item, long seconds) {

    static Click of(String line) {
      String[] columns = line.split("\t", -1);
      return new Click(columns[0], columns[1], (long) Double.parseDouble(columns[2]));
    }
  }
}
