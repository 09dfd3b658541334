package io.clientele.recommendation.memory;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Items as small numbers, for as long as anything refers to them; much later the number is given to
 * another. Numbers depend on the order of arrival, so nothing may be ordered by them. One thread
 * changes them, any reads.
 */
final class Items {

  /** What {@link #find} says of an item that nothing refers to. */
  static final int UNKNOWN = -1;

  /** The text's object and array, the map's node and the arrays here and the posting. */
  static final int FIXED_BYTES = 200;

  private final Consumer<String> whenLeft;
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final Waiting free = new Waiting();
  private volatile String[] texts = new String[16];
  private int[] references = new int[16];
  private int used;
  private final AtomicLong left = new AtomicLong();
  private long bytes;

  Items() {
    this(any -> {});
  }

  /**
   * None yet.
   *
   * @param whenLeft told of every text that nothing refers to any more
   */
  Items(Consumer<String> whenLeft) {
    this.whenLeft = whenLeft;
  }

  /** The item's number, with one more reference to it. */
  int retain(String text) {
    Integer known = numbers.get(text);
    int item = known != null ? known : introduce(text);
    references[item]++;
    return item;
  }

  void retain(int item) {
    references[item]++;
  }

  void release(int item) {
    if (--references[item] == 0) {
      String text = texts[item];
      numbers.remove(text);
      texts[item] = null; // or a reader might meet the item under its old and its next number
      bytes -= bytesOf(text);
      free.add(item);
      left.incrementAndGet();
      whenLeft.accept(text);
    }
  }

  void release(int[] numbers) {
    for (int item : numbers) {
      release(item);
    }
  }

  int find(String text) {
    return numbers.getOrDefault(text, UNKNOWN);
  }

  /** Its id; null once the last reference went. */
  String text(int item) {
    return texts[item];
  }

  /** One more than the highest number ever given; some below it may be free. */
  int bound() {
    return used;
  }

  /** How often a number became free. */
  long left() {
    return left.get();
  }

  int count() {
    return numbers.size();
  }

  /** An estimate of the heap taken. */
  long bytes() {
    return bytes;
  }

  private int introduce(String text) {
    int item = free.hasRested() ? free.take() : used++;
    if (item == texts.length) {
      references = Arrays.copyOf(references, 2 * item);
      texts = Arrays.copyOf(texts, 2 * item);
    }
    texts[item] = text;
    numbers.put(text, item);
    bytes += bytesOf(text);
    return item;
  }

  private static long bytesOf(String text) {
    return (long) FIXED_BYTES + text.length();
  }
}
