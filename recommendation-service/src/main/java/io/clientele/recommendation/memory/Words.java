package io.clientele.recommendation.memory;

import java.util.Locale;
import java.util.stream.IntStream;

/** The words of an item's name, as hashes, so that names can be compared without being kept. */
final class Words {

  /** What comes later in a name seldom says what the item is. */
  private static final int MOST = 12;

  private static final int[] NONE = {};

  private Words() {}

  /**
   * The first different words, letters of either case being equal; of scripts without spaces each
   * pair of neighbouring characters is one.
   *
   * @return ascending
   */
  static int[] of(String name) {
    if (name == null) {
      return NONE;
    }
    int[] letters = name.toLowerCase(Locale.ROOT).codePoints().toArray();
    IntStream.Builder words = IntStream.builder();
    for (int from = 0; from < letters.length; ) {
      int to = end(letters, from);
      if (Character.isLetterOrDigit(letters[from])) {
        words.add(hash(letters, from, to));
      }
      boolean isPair = to - from > 1 && Character.isIdeographic(letters[from]);
      from = isPair && isIdeographic(letters, to) ? from + 1 : to;
    }
    return words.build().distinct().limit(MOST).sorted().toArray();
  }

  /** Where the word ends that begins there; behind anything else at once. */
  private static int end(int[] letters, int from) {
    if (Character.isIdeographic(letters[from])) {
      return isIdeographic(letters, from + 1) ? from + 2 : from + 1;
    }
    int to = from;
    while (to < letters.length
        && Character.isLetterOrDigit(letters[to])
        && !Character.isIdeographic(letters[to])) {
      to++;
    }
    return Math.max(to, from + 1);
  }

  private static boolean isIdeographic(int[] letters, int place) {
    return place < letters.length && Character.isIdeographic(letters[place]);
  }

  private static int hash(int[] letters, int from, int to) {
    return (int) Hashes.of('w', new String(letters, from, to - from));
  }
}
