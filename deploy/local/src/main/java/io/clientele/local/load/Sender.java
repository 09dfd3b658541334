package io.clientele.local.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.concurrent.Semaphore;
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

  /** What may wait in all lanes together; events of a megabyte must not add up to gigabytes. */
  private static final int MOST_WAITING_BYTES = 32 << 20;

  private static final long LINGER_MILLIS = 20;
  private static final Waiting END = new Waiting(new byte[0], 0, "");

  private final IngestClient ingest;
  private final Outcome outcome;
  private final Refusals refusals;
  private final Semaphore room = new Semaphore(MOST_WAITING_BYTES);
  private final List<BlockingQueue<Waiting>> lanes = new ArrayList<>();
  private final List<CompletableFuture<Void>> running = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(LANES);

  /** A sender of calls that nobody looks up when ingest refuses them. */
  public Sender(IngestClient ingest, Outcome outcome) {
    this(ingest, outcome, (line, messageId, reason) -> {});
  }

  Sender(IngestClient ingest, Outcome outcome, Refusals refusals) {
    this.ingest = ingest;
    this.outcome = outcome;
    this.refusals = refusals;
    for (int lane = 0; lane < LANES; lane++) {
      BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE);
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
      byte[] bytes = Json.mapper().writeValueAsBytes(body);
      put(lane, new Waiting(bytes, call.line(), body.path("messageId").asText()));
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

  private void put(int lane, Waiting call) {
    try {
      do {
        failIfALaneHas();
      } while (!room.tryAcquire(call.weight(), 1, TimeUnit.SECONDS));
      do {
        failIfALaneHas();
      } while (!lanes.get(lane).offer(call, 1, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("interrupted while sending", e);
    }
  }

  /** Of all lanes: what one of them has lost, no other makes good. */
  private void failIfALaneHas() {
    running.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(Sender::join);
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

  private void drain(BlockingQueue<Waiting> queue) {
    try {
      boolean ended = false;
      while (!ended) {
        List<Waiting> batch = new ArrayList<>();
        Waiting next = queue.take();
        int bytes = 0;
        while (next != null && next != END) {
          batch.add(next);
          bytes += next.bytes.length;
          boolean full = batch.size() >= MOST_EVENTS || bytes >= MOST_BYTES;
          next = full ? null : queue.poll(LINGER_MILLIS, TimeUnit.MILLISECONDS);
        }
        ended = next == END;
        if (!batch.isEmpty()) {
          post(batch);
          room.release(batch.stream().mapToInt(Waiting::weight).sum());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void post(List<Waiting> batch) {
    JsonNode answer = ingest.post("/v1/import", body(batch));
    for (Outcome.Refusal refusal : outcome.add(batch.size(), answer)) {
      boolean known = refusal.index() >= 0 && refusal.index() < batch.size();
      Waiting call = known ? batch.get(refusal.index()) : END;
      refusals.refused(call.line, call.messageId, refusal.reason());
    }
  }

  private static byte[] body(List<Waiting> batch) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(MOST_BYTES);
    body.writeBytes("{\"batch\":[".getBytes(StandardCharsets.UTF_8));
    boolean first = true;
    for (Waiting call : batch) {
      if (!first) {
        body.write(',');
      }
      body.writeBytes(call.bytes);
      first = false;
    }
    body.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  /** A call on its way, with what names it if ingest refuses it. */
  private static final class Waiting {

    private final byte[] bytes;
    private final long line;
    private final String messageId;

    Waiting(byte[] bytes, long line, String messageId) {
      this.bytes = bytes;
      this.line = line;
      this.messageId = messageId;
    }

    /** Its share of the room; one that is larger than all of it waits until it is alone. */
    int weight() {
      return Math.min(bytes.length, MOST_WAITING_BYTES);
    }
  }
}
