package io.clientele.recommendation.models;

import io.clientele.recommendation.training.ElectedInstance;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jboss.logging.Logger;

/** Who was elected, as this instance and its group say. */
public final class Electorate implements ElectedInstance {

  private static final Logger LOG = Logger.getLogger(Electorate.class);
  private static final String CLIENT = "ranker@";
  private static final int PATIENCE_MILLIS = 5_000;

  private final Election election;
  private final Supplier<Admin> admins;

  /**
   * Asks the group when another instance is looked for.
   *
   * @param admins opens a connection
   */
  public Electorate(Election election, Supplier<Admin> admins) {
    this.election = election;
    this.admins = admins;
  }

  /** The client id by which others find the instance that advertises this address. */
  public static String clientId(String advertisedAddress) {
    return CLIENT + advertisedAddress;
  }

  @Override
  public boolean isThisOne() {
    return election.membership().isPresent();
  }

  @Override
  public Optional<String> address() {
    try (Admin admin = admins.get()) {
      ConsumerGroupDescription group =
          admin
              .describeConsumerGroups(
                  List.of(Election.GROUP),
                  new DescribeConsumerGroupsOptions().timeoutMs(PATIENCE_MILLIS))
              .describedGroups()
              .get(Election.GROUP)
              .get();
      return group.members().stream()
          .filter(member -> !member.assignment().topicPartitions().isEmpty())
          .map(member -> member.clientId().substring(CLIENT.length()))
          .findFirst();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        LOG.warnf("the elected instance cannot be looked up: cause=%s", e.getCause());
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
