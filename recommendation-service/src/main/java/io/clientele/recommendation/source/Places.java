package io.clientele.recommendation.source;

import java.util.Arrays;

/** Numbers in the order in which they were first seen. */
final class Places {

  private static final int FREE = 0;

  private int[] table;
  private int[] numbers;
  private int size;

  /** None yet, with room for so many. */
  Places(int expected) {
    int room = 2 * Integer.highestOneBit(Math.max(8, expected));
    table = new int[2 * room];
    numbers = new int[room];
  }

  /** A number's place, the next one where it has none yet. */
  int place(int number) {
    int at = bucket(number);
    if (table[at] == FREE) {
      if (size == numbers.length) {
        grow();
        return place(number);
      }
      numbers[size++] = number;
      table[at] = size;
    }
    return table[at] - 1;
  }

  /** A number's place, or −1. */
  int find(int number) {
    return table[bucket(number)] - 1;
  }

  int number(int place) {
    return numbers[place];
  }

  int size() {
    return size;
  }

  void clear() {
    Arrays.fill(table, FREE);
    size = 0;
  }

  private int bucket(int number) {
    int mask = table.length - 1;
    int at = ((number * 0x9E3779B9) >>> 7) & mask;
    while (table[at] != FREE && numbers[table[at] - 1] != number) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    table = new int[2 * table.length];
    numbers = Arrays.copyOf(numbers, 2 * size);
    for (int place = 0; place < size; place++) {
      table[bucket(numbers[place])] = place + 1;
    }
  }
}
