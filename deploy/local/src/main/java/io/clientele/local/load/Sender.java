package io.clientele.local.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.contract.Json;
import io.clientele.local.platform.PlatformException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Sends calls in batches, several at once. A shopper's calls all go through one lane, one batch
 * after the other, so that they arrive in order: who is who is decided in the order of arrival.
 */
public final class Sender implements AutoCloseable {

  private static final int LANES = 4;
  private static final int MOST_EVENTS = 500;

  /** A quarter of what ingest takes at once, so that even a last large event fits in. */
  private static final int MOST_BYTES = 1 << 20;

  private static final int QUEUE = 2 * MOST_EVENTS;
  private static final long LINGER_MILLIS = 20;
  private static final byte[] END = {};

  private final IngestClient ingest;
  private final Outcome outcome;
  private final List<BlockingQueue<byte[]>> lanes = new ArrayList<>();
  private final List<CompletableFuture<Void>> running = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(LANES);

  public Sender(IngestClient ingest, Outcome outcome) {
    this.ingest = ingest;
    this.outcome = outcome;
    for (int lane = 0; lane < LANES; lane++) {
      BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(QUEUE);
      lanes.add(queue);
      running.add(CompletableFuture.runAsync(() -> drain(queue), threads));
    }
  }

  /**
   * Takes a call, waiting while too many are under way.
   *
   * @param time when it happened; null lets ingest take the receipt
   * @throws PlatformException if ingest has failed for good
   */
  public void send(Call call, Instant time) {
    ObjectNode body = call.body();
    if (time != null) {
      body.put("timestamp", time.toString());
    }
    int lane = Math.floorMod(call.shopper().hashCode(), LANES);
    try {
      put(lane, Json.mapper().writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  /** Waits until everything is answered. */
  public void finish() {
    for (int lane = 0; lane < LANES; lane++) {
      put(lane, END);
    }
    running.forEach(Sender::join);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void put(int lane, byte[] body) {
    try {
      do {
        // Of all lanes: what one of them has lost, no other makes good.
        running.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(Sender::join);
      } while (!lanes.get(lane).offer(body, 1, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("interrupted while sending", e);
    }
  }

  private static void join(CompletableFuture<Void> lane) {
    try {
      lane.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof PlatformException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private void drain(BlockingQueue<byte[]> queue) {
    try {
      boolean ended = false;
      while (!ended) {
        List<byte[]> batch = new ArrayList<>();
        byte[] next = queue.take();
        int bytes = 0;
        while (next != null && next != END) {
          batch.add(next);
          bytes += next.length;
          boolean full = batch.size() >= MOST_EVENTS || bytes >= MOST_BYTES;
          next = full ? null : queue.poll(LINGER_MILLIS, TimeUnit.MILLISECONDS);
        }
        ended = next == END;
        if (!batch.isEmpty()) {
          outcome.add(batch.size(), ingest.post("/v1/import", body(batch)));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] body(List<byte[]> batch) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(MOST_BYTES);
    body.writeBytes("{\"batch\":[".getBytes(StandardCharsets.UTF_8));
    boolean first = true;
    for (byte[] call : batch) {
      if (!first) {
        body.write(',');
      }
      body.writeBytes(call);
      first = false;
    }
    body.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }
}
