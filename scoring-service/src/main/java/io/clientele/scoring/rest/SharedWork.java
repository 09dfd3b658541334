package io.clientele.scoring.rest;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Work that many may ask for at the same time: for each key the first does it, on its own thread,
 * and those who come meanwhile wait for the same result or failure. Nothing is kept beyond that.
 */
final class SharedWork<K, V> {

  private final Map<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

  /** The result of this work, or of the work for the same key that is under way. */
  V get(K key, Supplier<V> work) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> other = underWay.putIfAbsent(key, mine);
    return other == null ? done(key, mine, work) : resultOf(other);
  }

  /** Off the list before it is known as done: whoever waited and asks again must not find it. */
  private V done(K key, CompletableFuture<V> mine, Supplier<V> work) {
    V result;
    try {
      result = work.get();
    } catch (RuntimeException | Error e) {
      underWay.remove(key);
      mine.completeExceptionally(e);
      throw e;
    }
    underWay.remove(key);
    mine.complete(result);
    return result;
  }

  private static <V> V resultOf(CompletableFuture<V> other) {
    try {
      return other.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
