package io.clientele.recommendation.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.contract.RankerModel;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import io.clientele.recommendation.training.ModelShelf;
import io.clientele.recommendation.training.Models;
import io.clientele.recommendation.training.Publisher;
import io.clientele.runtime.kafka.Follower;
import io.clientele.testing.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Elections, publications and readers on a real broker. */
final class ElectionIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Topic TOPIC = Topics.RECOMMENDATION_MODELS;

  @TempDir private static Path directory;
  private static Broker broker;

  private final List<Instance> running = new ArrayList<>();

  @BeforeAll
  static void startBroker() throws Exception {
    broker = Broker.start(directory);
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.kill();
  }

  @BeforeEach
  void createTopic() throws Exception {
    try (Admin admin = admin()) {
      NewTopic topic = new NewTopic(TOPIC.name(), 1, (short) 1).configs(TOPIC.settings());
      admin.createTopics(List.of(topic)).all().get();
    }
  }

  @AfterEach
  void stopAll() throws Exception {
    for (Instance instance : running) {
      instance.stop();
    }
    try (Admin admin = admin()) {
      admin.deleteTopics(List.of(TOPIC.name())).all().get();
    }
  }

  @Test
  void oneIsElectedAndAnotherWhenItGoes() throws Exception {
    Instance first = start("first.example:8084");
    await().atMost(PATIENCE).until(first::isElected);
    Instance second = start("second.example:8084");
    await().atMost(PATIENCE).until(() -> second.knows("first.example:8084"));
    assertThat(second.isElected()).isFalse();

    first.stop();

    await().atMost(PATIENCE).until(second::isElected);
    assertThat(first.isElected()).isFalse();
    assertThat(second.knows("second.example:8084")).isTrue();
  }

  @Test
  void publishedModelIsReadByEverybodyToTheLastBit() {
    Instance first = start("first.example:8084");
    await().atMost(PATIENCE).until(first::isElected);
    Instance second = start("second.example:8084");

    assertThat(first.publish(Models.usable(1), Set.of())).isEqualTo(Publisher.Result.PUBLISHED);

    for (Instance instance : List.of(first, second)) {
      await().atMost(PATIENCE).until(() -> instance.shelf.serving().isPresent());
      assertThat(instance.shelf.serving().orElseThrow())
          .usingRecursiveComparison()
          .isEqualTo(Models.usable(1));
    }
  }

  @Test
  void outdatedModelsGoWithThePublication() {
    Instance instance = start("first.example:8084");
    await().atMost(PATIENCE).until(instance::isElected);
    instance.publish(Models.usable(1), Set.of());
    instance.publish(Models.usable(2), Set.of());

    instance.publish(Models.usable(3), Set.of(1));

    await().atMost(PATIENCE).until(() -> instance.shelf.nextVersion() == 4);
    assertThat(instance.shelf.allBut(0)).containsExactlyInAnyOrder(2, 3);
  }

  @Test
  void whoWasDeposedPublishesNothing() throws Exception {
    Instance first = start("first.example:8084");
    await().atMost(PATIENCE).until(first::isElected);
    ConsumerGroupMetadata former = first.election.membership().orElseThrow();
    first.stop();
    Instance second = start("second.example:8084");
    await().atMost(PATIENCE).until(second::isElected);

    Publisher.Result late = publication(Optional.of(former)).publish(Models.usable(1), Set.of());

    assertThat(late).isEqualTo(Publisher.Result.DEPOSED);
    assertThat(second.publish(Models.usable(2), Set.of())).isEqualTo(Publisher.Result.PUBLISHED);
    await().atMost(PATIENCE).until(() -> second.shelf.serving().isPresent());
    assertThat(second.shelf.allBut(0)).containsExactly(2);
  }

  @Test
  void whoWasNeverElectedPublishesNothing() {
    assertThat(publication(Optional.empty()).publish(Models.usable(1), Set.of()))
        .isEqualTo(Publisher.Result.DEPOSED);
  }

  private Instance start(String address) {
    Instance instance = new Instance(address);
    running.add(instance);
    return instance;
  }

  private static Publication publication(Optional<ConsumerGroupMetadata> membership) {
    return new Publication(
        () -> ModelClients.transactional(broker.address()), () -> membership, "test");
  }

  private static Admin admin() {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address()));
  }

  /** What an instance of the service does with models. */
  private static final class Instance {

    private final ModelShelf shelf = new ModelShelf(rankers -> {});
    private final Election election;
    private final Electorate electorate;
    private final List<Follower> followers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Instance(String address) {
      election = new Election(() -> ModelClients.member(broker.address(), address));
      electorate = new Electorate(election, ElectionIT::admin);
      follow(election);
      follow(new ModelReader(() -> ModelClients.reader(broker.address()), shelf, () -> {}));
    }

    private void follow(Follower.Task task) {
      Follower follower = new Follower(task);
      followers.add(follower);
      threads.add(new Thread(follower));
      threads.get(threads.size() - 1).start();
    }

    boolean isElected() {
      return electorate.isThisOne();
    }

    boolean knows(String address) {
      return electorate.address().equals(Optional.of(address));
    }

    Publisher.Result publish(RankerModel model, Set<Integer> outdated) {
      return new Publication(
              () -> ModelClients.transactional(broker.address()), election::membership, "test")
          .publish(model, outdated);
    }

    void stop() throws InterruptedException {
      followers.forEach(Follower::stop);
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }
}
