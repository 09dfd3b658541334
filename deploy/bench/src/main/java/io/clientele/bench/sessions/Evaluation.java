package io.clientele.bench.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Asks a subject all that a protocol has, or every so many-th query. */
final class Evaluation {

  /** Sessions that enter between two looks at what is not kept up with every fact. */
  private static final int REFRESH_EVERY = 100;

  private final Protocol protocol;
  private final Subject subject;
  private final int every;
  private final Consumer<String> say;

  /**
   * @param every 1 asks all, 20 every twentieth query
   * @param say takes one line about each step
   */
  Evaluation(Protocol protocol, Subject subject, int every, Consumer<String> say) {
    this.protocol = protocol;
    this.subject = subject;
    this.every = every;
    this.say = say;
  }

  /** The queries that are asked. */
  List<Query> asked() {
    List<Query> all = protocol.queries();
    return IntStream.range(0, all.size()).filter(this::isAsked).mapToObj(all::get).toList();
  }

  /** Learns the training part, and from nothing else how to order candidates. */
  Optional<FitReport> train() {
    learn();
    say.accept(protocol.title() + ": fitting rankers");
    return subject.fit();
  }

  /** Learns the training part. */
  void learn() {
    say.accept(protocol.title() + ": learning " + protocol.train().size() + " sessions");
    subject.learn(protocol.train().stream().flatMap(s -> s.facts().stream()).toList());
    subject.refresh();
  }

  /** Nothing becomes known meanwhile, so all cores ask. */
  Placings frozen() {
    List<Query> queries = asked();
    say.accept(protocol.title() + ": static, " + queries.size() + " queries");
    return new Placings(queries.stream().parallel().map(this::places).toList());
  }

  /** Every session becomes known when it is over, before what comes after it is asked. */
  Placings live() {
    say.accept(protocol.title() + ": live, one query after the other");
    List<byte[]> places = new ArrayList<>();
    int query = 0;
    int entered = 0;
    for (Turn turn : protocol.turns()) {
      if (turn instanceof Turn.Enter enter) {
        subject.learn(enter.session().facts());
        entered++;
        if (entered % REFRESH_EVERY == 0) {
          subject.refresh();
        }
      } else if (isAsked(query++)) {
        places.add(places(((Turn.Ask) turn).query()));
      }
    }
    return new Placings(places);
  }

  private byte[] places(Query query) {
    return subject.places(query, protocol.excludeCurrent());
  }

  private boolean isAsked(int query) {
    return query % every == 0;
  }
}
