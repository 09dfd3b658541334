package io.clientele.runtime.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Remembers who has let a request time out, so that not every request waits for somebody frozen:
 * the threads that serve requests would soon all be waiting.
 */
final class SilentPeers {

  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final Map<Peers.Peer, Long> pauseEnds = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  SilentPeers(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether to ask a peer now: of a silent one, one request a second finds out. */
  boolean mayAsk(Peers.Peer peer) {
    Long end = pauseEnds.get(peer);
    if (end == null) {
      return true;
    }
    long now = nanoTime.getAsLong();
    return now - end >= 0 && pauseEnds.replace(peer, end, now + PAUSE_NANOS);
  }

  void timedOut(Peers.Peer peer) {
    pauseEnds.put(peer, nanoTime.getAsLong() + PAUSE_NANOS);
  }

  void spoke(Peers.Peer peer) {
    pauseEnds.remove(peer);
  }
}
