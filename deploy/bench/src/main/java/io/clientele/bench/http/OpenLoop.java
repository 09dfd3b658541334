package io.clientele.bench.http;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/**
 * An open loop: requests are due at a constant rate, whether earlier ones were answered or not, and
 * a wait counts from when its request was due. So a service that stands still for a second shows it
 * in all requests of that second, and not in one.
 */
public final class OpenLoop {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Between two looks, since a selector counts in milliseconds and a loop without a pause would
   * take a core from who is measured. A wait may come out longer by as much.
   */
  private static final long LOOK_NANOS = 50_000;

  private final int port;
  private final int connections;

  /**
   * @param port on 127.0.0.1
   * @param connections at most so many requests are under way; what is due beyond waits
   */
  public OpenLoop(int port, int connections) {
    this.port = port;
    this.connections = connections;
  }

  /** Sends so many a second for this long, then waits for the answers to what is under way. */
  public HttpRound run(Requests requests, int perSecond, Duration length) throws IOException {
    try (Selector selector = Selector.open()) {
      long cpu = THREADS.getCurrentThreadCpuTime();
      Loop loop = new Loop(selector, requests, perSecond, perSecond * length.toMillis() / 1_000);
      loop.run();
      double seconds = (System.nanoTime() - loop.begun) / 1e9;
      return loop.answers.round(seconds, (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9);
    }
  }

  private final class Loop {

    private final Selector selector;
    private final Requests requests;
    private final Answers answers = new Answers();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final long[] due = new long[connections];
    private final int perSecond;
    private final long total;
    private final long begun;
    private long sent;
    private long done;

    Loop(Selector selector, Requests requests, int perSecond, long total) throws IOException {
      this.selector = selector;
      this.requests = requests;
      this.perSecond = perSecond;
      this.total = total;
      for (int number = 0; number < connections; number++) {
        idle.add(new Connection(number, port, selector));
      }
      this.begun = System.nanoTime();
    }

    void run() throws IOException {
      long heard = System.nanoTime();
      while (done < total) {
        sendWhatIsDue();
        if (selector.selectNow() > 0) {
          heard = System.nanoTime();
          for (SelectionKey key : selector.selectedKeys()) {
            serve((Connection) key.attachment());
          }
          selector.selectedKeys().clear();
        } else {
          if (System.nanoTime() - heard > PATIENCE.toNanos()) {
            throw new IOException("nothing was answered for " + PATIENCE.toSeconds() + " s");
          }
          LockSupport.parkNanos(LOOK_NANOS);
        }
      }
      for (Connection connection : idle) {
        connection.close();
      }
    }

    private void sendWhatIsDue() throws IOException {
      long now = System.nanoTime();
      while (sent < total && dueAt(sent) <= now && !idle.isEmpty()) {
        Connection connection = idle.remove();
        due[connection.number()] = dueAt(sent++);
        try {
          connection.send(requests.next(connection.number()));
        } catch (IOException e) {
          replace(connection, e);
        }
      }
    }

    private long dueAt(long request) {
      return begun + request * 1_000_000_000 / perSecond;
    }

    private void serve(Connection connection) throws IOException {
      try {
        Answer answer = connection.goOn();
        if (answer != null) {
          answers.answered(
              answer.status(), answer.accepted(), System.nanoTime() - due[connection.number()]);
          done++;
          idle.add(connection);
        }
      } catch (IOException e) {
        replace(connection, e);
      }
    }

    private void replace(Connection broken, IOException why) throws IOException {
      if (!idle.remove(broken)) { // else nobody waited for anything
        answers.failed(String.valueOf(why.getMessage()));
        done++;
      }
      broken.close();
      idle.add(new Connection(broken.number(), port, selector));
    }
  }
}
