package io.clientele.ingest.protocol;

import io.clientele.ingest.Fault;

/**
 * A body of which not even the packing can be undone. Not a Java record, since it has arrays.
 *
 * <p>Packed bytes hold write keys and addresses where nobody can see them, so they are never kept.
 */
public final class Damaged {

  private final byte[] packed;
  private final byte[] beginning;
  private final Fault fault;

  /**
   * A damaged body.
   *
   * @param packed as it was sent
   * @param beginning as much as could be unpacked
   */
  public Damaged(byte[] packed, byte[] beginning, Fault fault) {
    this.packed = packed;
    this.beginning = beginning;
    this.fault = fault;
  }

  /** What is wrong with it. */
  Fault fault() {
    return fault;
  }

  /** As it was sent. */
  byte[] packed() {
    return packed;
  }

  /** As much as could be unpacked; nothing if it never was packed. */
  byte[] beginning() {
    return beginning;
  }
}
