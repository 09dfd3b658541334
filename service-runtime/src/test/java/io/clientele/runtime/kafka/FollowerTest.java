package io.clientele.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;

final class FollowerTest {

  @Test
  void failureOfATurnOpensANewConnectionAndClosesTheOldOne() {
    Shelf shelf = new Shelf();
    Follower follower = new Follower(shelf);
    shelf.then(
        () -> {
          throw new ExecutionException(new IllegalStateException("the shelf is away"));
        });
    shelf.then(() -> true);
    shelf.then(
        () -> {
          follower.stop();
          return true;
        });

    follower.run();

    assertThat(shelf.turns).isEmpty();
    assertThat(shelf.connections).hasSize(2).allMatch(MockConsumer::closed);
  }

  @Test
  void wakeUpEndsIt() {
    Shelf shelf = new Shelf();
    shelf.then(
        () -> {
          throw new WakeupException();
        });

    new Follower(shelf).run();

    assertThat(shelf.connections).singleElement().matches(MockConsumer::closed);
  }

  @Test
  void interruptEndsItAndIsPassedOn() {
    Shelf shelf = new Shelf();
    shelf.then(
        () -> {
          throw new InterruptedException("as a test wants it");
        });

    new Follower(shelf).run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(shelf.connections).hasSize(1);
  }

  @Test
  void followerThatWasStoppedBeforeItBeganTakesNothing() {
    Shelf shelf = new Shelf();
    shelf.then(() -> true);
    Follower follower = new Follower(shelf);
    follower.stop();

    follower.run();

    assertThat(shelf.turns).hasSize(1);
  }

  /** Does as it was told, turn by turn. */
  private static final class Shelf implements Follower.Task {

    private final List<MockConsumer<String, byte[]>> connections = new ArrayList<>();
    private final List<Follower.Turn> turns = new ArrayList<>();

    void then(Follower.Turn turn) {
      turns.add(turn);
    }

    @Override
    public String topic() {
      return "shelf";
    }

    @Override
    public Consumer<String, byte[]> connect() {
      connections.add(new MockConsumer<>("earliest"));
      return connections.get(connections.size() - 1);
    }

    @Override
    public Follower.Turn subscribe(Consumer<String, byte[]> consumer) {
      return () -> turns.remove(0).take();
    }
  }
}
