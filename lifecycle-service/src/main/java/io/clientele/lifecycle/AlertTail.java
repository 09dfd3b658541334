package io.clientele.lifecycle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Follows the alerts of all instances for every open stream of this one: one query a turn, however
 * many read. The newest alerts stay in memory; who is further behind reads them from the source.
 */
public final class AlertTail {

  /** At most so many alerts in one piece, to every reader. */
  public static final int PIECE = 200;

  private static final int REMEMBERED = 2_000;

  private final Alerts alerts;
  private final Deque<StoredAlert> recent = new ArrayDeque<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long forgotten = -1;
  private long position = -1;

  /** A tail that starts at the newest alert at the first turn. */
  public AlertTail(Alerts alerts) {
    this.alerts = alerts;
  }

  /** Looks for what is new and wakes the readers if there is any. To be called by one thread. */
  public void turn() {
    if (position() < 0) {
      start(alerts.position());
    }
    List<StoredAlert> news = alerts.after(position(), PIECE);
    if (!news.isEmpty()) {
      remember(news);
      listeners.forEach(Runnable::run);
    }
  }

  /** What a reader who has seen everything up to a sequence reads next; empty if nothing is new. */
  public List<StoredAlert> after(long sequence) {
    synchronized (this) {
      if (position >= 0 && sequence >= forgotten) {
        return recent.stream().filter(alert -> alert.sequence() > sequence).limit(PIECE).toList();
      }
    }
    return alerts.after(sequence, PIECE);
  }

  /** Wakes a reader whenever there is something new, until the handle that this returns is run. */
  public Runnable onNews(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The newest sequence that this tail has seen; −1 before the first turn. */
  public synchronized long position() {
    return position;
  }

  private synchronized void start(long at) {
    position = at;
    forgotten = at;
  }

  private synchronized void remember(List<StoredAlert> news) {
    recent.addAll(news);
    position = news.get(news.size() - 1).sequence();
    while (recent.size() > REMEMBERED) {
      forgotten = recent.removeFirst().sequence();
    }
  }
}
