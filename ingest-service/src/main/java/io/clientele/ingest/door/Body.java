package io.clientele.ingest.door;

/** How the reading of a body ended. */
sealed interface Body {

  /** All of it is there. Not a Java record, since it is an array. */
  final class Whole implements Body {
    private final byte[] bytes;

    Whole(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /** It is larger than a body may be; the rest is not read. */
  record TooLarge() implements Body {}

  /** It took too long. */
  record TooSlow() implements Body {}

  /** Too much is being read at once. */
  record NoRoom() implements Body {}
}
