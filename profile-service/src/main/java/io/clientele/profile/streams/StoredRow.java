package io.clientele.profile.streams;

/**
 * A row that is ready to be stored.
 *
 * @param bytes how large it is
 * @param write stores it
 */
record StoredRow(int bytes, Runnable write) {

  /**
   * What is larger is no customer. Far above what the bounds of all families add up to, and so far
   * below what a record may have that a part fits into a move.
   */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  boolean fits() {
    return bytes <= MOST_BYTES;
  }
}
