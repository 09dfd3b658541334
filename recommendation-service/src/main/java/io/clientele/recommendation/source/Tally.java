package io.clientele.recommendation.source;

import java.util.Arrays;

/** Sums by number, in the order in which the numbers were first seen. */
final class Tally {

  private int[] table;
  private int[] numbers;
  private double[] sums;
  private int size;

  Tally(int expected) {
    int length = Integer.highestOneBit(Math.max(16, expected)) * 4;
    table = new int[length];
    numbers = new int[length / 2];
    sums = new double[length / 2];
  }

  /** Adds to the sum of a number and returns its place in the order of first sight. */
  int add(int number, double amount) {
    int at = bucket(number);
    if (table[at] == 0) {
      if (size == numbers.length) {
        grow();
        return add(number, amount);
      }
      numbers[size] = number;
      table[at] = ++size;
    }
    sums[table[at] - 1] += amount;
    return table[at] - 1;
  }

  /** The number's place, or −1. */
  int find(int number) {
    return table[bucket(number)] - 1;
  }

  int size() {
    return size;
  }

  int number(int place) {
    return numbers[place];
  }

  double sum(int place) {
    return sums[place];
  }

  void scale(int place, double factor) {
    sums[place] *= factor;
  }

  /** The least of the {@code most} greatest sums; below all of them if there are no more. */
  double threshold(int most) {
    if (size <= most) {
      return Double.NEGATIVE_INFINITY;
    }
    double[] ordered = Arrays.copyOf(sums, size);
    int wanted = size - most;
    int low = 0;
    int high = size - 1;
    while (low < high) {
      double pivot = ordered[(low + high) >>> 1];
      int left = low;
      int right = high;
      while (left <= right) {
        while (ordered[left] < pivot) {
          left++;
        }
        while (ordered[right] > pivot) {
          right--;
        }
        if (left <= right) {
          double swapped = ordered[left];
          ordered[left++] = ordered[right];
          ordered[right--] = swapped;
        }
      }
      if (wanted <= right) {
        high = right;
      } else if (wanted >= left) {
        low = left;
      } else {
        break;
      }
    }
    return ordered[wanted];
  }

  private int bucket(int number) {
    int mask = table.length - 1;
    int at = ((number * 0x9E3779B9) >>> 7) & mask;
    while (table[at] != 0 && numbers[table[at] - 1] != number) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    table = new int[2 * table.length];
    numbers = Arrays.copyOf(numbers, 2 * size);
    sums = Arrays.copyOf(sums, 2 * size);
    for (int place = 0; place < size; place++) {
      table[bucket(numbers[place])] = place + 1;
    }
  }
}
