package io.clientele.bench.http;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;

/**
 * A closed loop: each connection sends its next request when its last one is answered. All of them
 * are served by the calling thread, which keeps the client's share of a small machine small.
 */
public final class Load {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int port;
  private final int connections;

  /**
   * @param port on 127.0.0.1
   */
  public Load(int port, int connections) {
    this.port = port;
    this.connections = connections;
  }

  /** Sends for this long, then waits for the answers to what is under way. */
  public HttpRound run(Requests requests, Duration length) throws IOException {
    Answers answers = new Answers();
    try (Selector selector = Selector.open()) {
      long cpu = THREADS.getCurrentThreadCpuTime();
      long begun = System.nanoTime();
      Loop loop = new Loop(selector, requests, answers, begun + length.toNanos());
      for (int number = 0; number < connections; number++) {
        loop.open(number);
      }
      while (loop.open > 0) {
        if (selector.select(PATIENCE.toMillis()) == 0) {
          throw new IOException("nothing was answered for " + PATIENCE.toSeconds() + " s");
        }
        for (SelectionKey key : selector.selectedKeys()) {
          loop.serve((Connection) key.attachment());
        }
        selector.selectedKeys().clear();
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      return answers.round(seconds, (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9);
    }
  }

  private final class Loop {

    private final Selector selector;
    private final Requests requests;
    private final Answers answers;
    private final long end;
    private int open;

    Loop(Selector selector, Requests requests, Answers answers, long end) {
      this.selector = selector;
      this.requests = requests;
      this.answers = answers;
      this.end = end;
    }

    void open(int number) throws IOException {
      Connection connection = new Connection(number, port, selector);
      open++;
      connection.send(requests.next(number));
    }

    void serve(Connection connection) throws IOException {
      try {
        Answer answer = connection.goOn();
        if (answer != null) {
          answers.answered(answer.status(), answer.accepted(), connection.nanos());
          sendNext(connection);
        }
      } catch (IOException e) {
        answers.failed(String.valueOf(e.getMessage()));
        close(connection);
        if (System.nanoTime() < end) {
          open(connection.number());
        }
      }
    }

    private void sendNext(Connection connection) throws IOException {
      if (System.nanoTime() < end) {
        connection.send(requests.next(connection.number()));
      } else {
        close(connection);
      }
    }

    private void close(Connection connection) throws IOException {
      connection.close();
      open--;
    }
  }
}
