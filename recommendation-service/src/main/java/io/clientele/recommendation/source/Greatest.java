package io.clientele.recommendation.source;

import java.util.Arrays;

/** Where the greatest of many values are. */
public final class Greatest {

  private Greatest() {}

  /**
   * The places of the {@code most} greatest values: those above the least of them, then as many of
   * its like as there is room for, both in their order.
   */
  static int[] places(double[] values, int size, int most) {
    int[] places = new int[Math.min(size, most)];
    double least = least(values, size, most);
    int count = 0;
    for (int place = 0; place < size; place++) {
      if (values[place] > least) {
        places[count++] = place;
      }
    }
    for (int place = 0; place < size && count < places.length; place++) {
      if (values[place] == least) {
        places[count++] = place;
      }
    }
    return places;
  }

  /**
   * The same, the greatest first, equal ones in their order. Values are not negative, and told
   * apart as floats.
   */
  static int[] first(double[] values, int size, int most) {
    int[] places = places(values, size, most);
    long[] ordered = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      long below = (long) Integer.MAX_VALUE - Float.floatToIntBits((float) values[places[i]]);
      ordered[i] = below << Integer.SIZE | places[i];
    }
    Arrays.sort(ordered);
    for (int i = 0; i < places.length; i++) {
      places[i] = (int) ordered[i];
    }
    return places;
  }

  /** The least of the {@code most} greatest; below all where there are no more. */
  public static double least(double[] values, int size, int most) {
    if (size <= most) {
      return Double.NEGATIVE_INFINITY;
    }
    double[] ordered = Arrays.copyOf(values, size);
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
}
