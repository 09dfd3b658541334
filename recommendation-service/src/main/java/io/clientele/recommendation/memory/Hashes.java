package io.clientele.recommendation.memory;

/** Names as 64-bit numbers, so that the index keeps no texts but the items' own. */
final class Hashes {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Hashes() {}

  /**
   * FNV-1a over the UTF-16 units, then MurmurHash3's finaliser; the same in every process. Five
   * million names collide with a probability below 10⁻⁶.
   *
   * @param kind keeps equal names of different kinds apart
   * @return not 0, which means nothing in tables
   */
  static long of(char kind, String name) {
    long hash = (FNV_OFFSET ^ kind) * FNV_PRIME;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
