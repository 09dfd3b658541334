package io.clientele.recommendation.memory;

import java.util.Arrays;

/** Slots in a binary heap, the oldest on top, from which any can be taken. */
final class OldestFirst {

  /** Which of two slots is the older one; total. */
  interface Age {
    boolean older(int slot, int than);
  }

  private final Age age;
  private int[] heap = new int[16];
  private int[] places = new int[16];
  private int size;

  OldestFirst(Age age) {
    this.age = age;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  int oldest() {
    return heap[0];
  }

  void add(int slot) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    if (slot >= places.length) {
      places = Arrays.copyOf(places, Math.max(slot + 1, 2 * places.length));
    }
    size++;
    raise(size - 1, slot);
  }

  /** Takes a slot out; its age must still be what it was when it was added. */
  void remove(int slot) {
    int place = places[slot];
    size--;
    int last = heap[size];
    if (last == slot) {
      return;
    }
    if (age.older(last, slot)) {
      raise(place, last);
    } else {
      lower(place, last);
    }
  }

  private void raise(int from, int slot) {
    int place = from;
    while (place > 0 && age.older(slot, heap[(place - 1) / 2])) {
      put(place, heap[(place - 1) / 2]);
      place = (place - 1) / 2;
    }
    put(place, slot);
  }

  private void lower(int from, int slot) {
    int place = from;
    while (2 * place + 1 < size) {
      int child = 2 * place + 1;
      if (child + 1 < size && age.older(heap[child + 1], heap[child])) {
        child++;
      }
      if (!age.older(heap[child], slot)) {
        break;
      }
      put(place, heap[child]);
      place = child;
    }
    put(place, slot);
  }

  private void put(int place, int slot) {
    heap[place] = slot;
    places[slot] = place;
  }
}
