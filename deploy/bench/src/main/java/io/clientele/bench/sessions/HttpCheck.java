package io.clientele.bench.sessions;

import io.clientele.local.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Asks the running service what the evaluator asks, and expects the same lists. */
final class HttpCheck {

  private static final int MOST = 2_000;
  private static final int MOST_SHOWN = 3;

  private final Protocol protocol;
  private final Consumer<String> say;

  HttpCheck(Protocol protocol, Consumer<String> say) {
    this.protocol = protocol;
    this.say = say;
  }

  /**
   * At most 2,000 queries, evenly taken from all.
   *
   * @param platform with nothing running yet
   */
  HttpReport on(Platform platform) throws Exception {
    say.accept(protocol.title() + ": starting Kafka and recommendation-service on the same events");
    RunningService service = RunningService.knowing(protocol.train(), platform);
    ServingSubject subject = new ServingSubject();
    new Evaluation(protocol, subject, 1, say).learn();
    say.accept(protocol.title() + ": the service learns");
    service.learned().ifPresent(subject::use);
    List<Query> queries = queries();
    say.accept(protocol.title() + ": " + queries.size() + " queries over HTTP");
    int identical = 0;
    List<byte[]> places = new ArrayList<>();
    for (Query query : queries) {
      List<Listed> theirs = service.of(query, protocol.excludeCurrent());
      List<Listed> ours = subject.of(query, protocol.excludeCurrent());
      if (areAlike(ours, theirs)) {
        identical++;
      } else if (places.size() - identical < MOST_SHOWN) {
        say.accept(query.items() + ": over HTTP " + theirs + ", in this process " + ours);
      }
      places.add(new byte[] {place(theirs, query.target())});
    }
    Bootstrap bootstrap = Figures.bootstrap(queries);
    return new HttpReport(
        queries.size(), identical, service.model(), new Placings(places).of(0).quality(bootstrap));
  }

  private List<Query> queries() {
    List<Query> all = protocol.queries();
    int count = Math.min(MOST, all.size());
    return IntStream.range(0, count)
        .mapToObj(number -> all.get((int) ((long) number * all.size() / count)))
        .toList();
  }

  static boolean areAlike(List<Listed> ours, List<Listed> theirs) {
    return ours.size() == theirs.size()
        && IntStream.range(0, ours.size()).allMatch(i -> ours.get(i).isLike(theirs.get(i)));
  }

  /** Where an item is, from 1; 0 where it is not. */
  static byte place(List<Listed> list, String item) {
    return (byte) (list.stream().map(Listed::id).toList().indexOf(item) + 1);
  }
}
