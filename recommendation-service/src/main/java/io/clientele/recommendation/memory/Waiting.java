package io.clientele.recommendation.memory;

import java.util.Arrays;

/**
 * Numbers that nothing refers to any more, first in, first out. They wait until many others came
 * after them, since a reader may still be about to follow one.
 */
final class Waiting {

  /** More than change while the slowest reader looks. */
  static final int LEAST = 1 << 16;

  private int[] numbers = new int[16];
  private int first;
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      int[] longer = Arrays.copyOfRange(numbers, first, first + 2 * size);
      System.arraycopy(numbers, 0, longer, size - first, first);
      numbers = longer;
      first = 0;
    }
    numbers[(first + size) & (numbers.length - 1)] = number;
    size++;
  }

  /** Whether one has waited for long enough. */
  boolean hasRested() {
    return size > LEAST;
  }

  /** The one that waited longest. */
  int take() {
    int number = numbers[first];
    first = (first + 1) & (numbers.length - 1);
    size--;
    return number;
  }
}
