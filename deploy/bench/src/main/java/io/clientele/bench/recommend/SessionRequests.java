package io.clientele.bench.recommend;

import io.clientele.bench.events.SessionItems;
import io.clientele.bench.http.Requests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks for suggestions for visits that are under way, no two of them alike. */
final class SessionRequests implements Requests {

  static final String PATH = "/v1/sessions/recommendations";
  static final int LIMIT = 20;

  private static final int MOST_ITEMS = 10;

  private final SplittableRandom random;
  private final SessionItems items;
  private final Optional<Ranker> ranker;

  /**
   * @param ranker that is to answer; empty leaves it to the service
   */
  SessionRequests(Optional<Ranker> ranker, long seed) {
    this.ranker = ranker;
    this.random = new SplittableRandom(seed);
    this.items = new SessionItems(random.split());
  }

  /** The first items of a visit, up to ten, the oldest first. */
  List<String> visit() {
    int[] whole = items.next();
    int length = Math.min(MOST_ITEMS, 1 + random.nextInt(whole.length));
    return IntStream.of(Arrays.copyOf(whole, length)).mapToObj(SessionItems::id).toList();
  }

  /** What is posted for these items. */
  static String body(List<String> items, Optional<Ranker> ranker) {
    return items.stream().collect(Collectors.joining("\",\"", "{\"items\":[\"", "\"],\"limit\":"))
        + LIMIT
        + ranker.map(one -> ",\"ranker\":\"" + one.label() + "\"}").orElse("}");
  }

  @Override
  public byte[] next(int connection) {
    String body = body(visit(), ranker);
    String head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n".formatted(PATH)
            + "Content-Length: %d\r\n\r\n".formatted(body.length());
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }
}
