package io.clientele.runtime.kafka;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Follows a topic on one thread for as long as the service runs. Whatever fails, Kafka or where the
 * records go, it says so once, waits a second and starts again with a new connection; so a record
 * may come twice, and why that is harmless is for the {@link Task} to say.
 */
public final class Follower implements Runnable {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** What is done with the records of a topic. Everything here runs on the follower's thread. */
  public interface Task {

    /** What is followed, for the log. */
    String topic();

    /**
     * Opens a connection, once all that the records need is there: while that is away, no group has
     * to be joined and left again. The follower closes it.
     */
    Consumer<String, byte[]> connect();

    /** Subscribes, and says what is to be done from now on, again and again. */
    Turn subscribe(Consumer<String, byte[]> consumer);

    /** What the log may tell of a failure; never a payload. */
    default String cause(Throwable failure) {
      return failure.toString();
    }
  }

  /** One poll of Kafka, and what comes of it. */
  @FunctionalInterface
  public interface Turn {

    /**
     * Polls once, for a fraction of a second.
     *
     * @return whether this shows that what failed before works again; to have connected does not,
     *     since what failed may be the next record still
     */
    boolean take() throws InterruptedException, ExecutionException;
  }

  private final Task task;
  private final Logger log;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile Consumer<String, byte[]> open;
  private boolean complaining;
  private boolean alarmed;

  /** A follower for one thread; it writes to the log under the name of the task's class. */
  public Follower(Task task) {
    this.task = task;
    this.log = Logger.getLogger(task.getClass());
  }

  /** Ends {@link #run} at its next call of Kafka, or at once if it waits. */
  public void stop() {
    stopping.countDown();
    Consumer<String, byte[]> consumer = open;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  @Override
  public void run() {
    boolean running = true;
    while (running) {
      try {
        follow();
        running = false;
      } catch (WakeupException stopped) {
        running = false;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        running = false;
      } catch (RuntimeException | ExecutionException e) {
        complain(e);
        running = rest();
      } catch (Error e) {
        // Maybe memory that others took: without this thread nothing would ever be read again.
        alarm(e);
        running = rest();
      }
    }
  }

  /** Ends, or throws, when the follower is stopped. */
  private void follow() throws InterruptedException, ExecutionException {
    try (Consumer<String, byte[]> consumer = task.connect()) {
      open = consumer;
      Turn turn = task.subscribe(consumer);
      while (stopping.getCount() > 0) {
        if (turn.take() && complaining) {
          log.infof("%s is followed again", task.topic());
          complaining = false;
          alarmed = false;
        }
      }
    } finally {
      open = null;
    }
  }

  private void complain(Exception failure) {
    if (!complaining) {
      log.warnf(
          "%s is not followed, trying again until it is: cause=%s",
          task.topic(), task.cause(failure));
    }
    complaining = true;
  }

  private void alarm(Error failure) {
    if (!alarmed) {
      log.errorf(failure, "%s is not followed, trying again until it is", task.topic());
    }
    complaining = true;
    alarmed = true;
  }

  /** Whether to go on. */
  private boolean rest() {
    try {
      return !stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
