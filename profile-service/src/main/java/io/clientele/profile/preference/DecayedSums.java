package io.clientele.profile.preference;

import io.clientele.contract.profile.Affinity;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Sample;
import io.clientele.profile.fold.SortedMaps;
import io.clientele.profile.fold.Unpacker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Decayed sums by name, such as a category's.
 *
 * @param byName of more than {@link #MOST_NAMES} a {@link Sample}
 */
record DecayedSums(SortedMap<String, Decayed> byName) {

  static final DecayedSums NONE = new DecayedSums(null);

  /** Bounds the state of a customer whose tracker puts anything into the category. */
  static final int MOST_NAMES = 200;

  /** How many a profile shows. */
  static final int MOST_SHOWN = 20;

  /** The digits in which sums do not depend on the order of adding; order is by these alone. */
  private static final double DIGITS = 1e9;

  private static final Comparator<Affinity> GREATEST_FIRST =
      Comparator.comparingDouble(Affinity::share).reversed().thenComparing(Affinity::name);

  DecayedSums {
    byName = SortedMaps.copy(byName);
  }

  /** Reads what {@link #pack} wrote. */
  static DecayedSums unpack(Unpacker unpacker) {
    SortedMap<String, Decayed> byName = new TreeMap<>();
    for (int left = unpacker.integer(); left > 0; left--) {
      byName.put(
          unpacker.text(),
          new Decayed(
              Double.longBitsToDouble(unpacker.fixedLong()),
              (int) unpacker.signed(),
              unpacker.number()));
    }
    return new DecayedSums(byName);
  }

  void pack(Packer packer) {
    packer.number(byName.size());
    byName.forEach(
        (name, decayed) ->
            packer
                .text(name)
                .fixedLong(Double.doubleToLongBits(decayed.sum()))
                .signed(decayed.landmark())
                .number(decayed.contacts()));
  }

  DecayedSums plus(SortedMap<String, Decayed> others) {
    return others.isEmpty()
        ? this
        : new DecayedSums(
            Sample.of(
                SortedMaps.merged(byName, others, Decayed::plus), MOST_NAMES, Function.identity()));
  }

  /** Without what was added before; of names that were not kept, nothing is there to take. */
  DecayedSums minus(SortedMap<String, Decayed> others) {
    if (others.isEmpty()) {
      return this;
    }
    SortedMap<String, Decayed> left = new TreeMap<>(byName);
    others.forEach((name, sum) -> left.computeIfPresent(name, (same, all) -> all.minus(sum)));
    return new DecayedSums(left);
  }

  /** The greatest first. */
  List<Affinity> at(HalfLives time) {
    double total = 0;
    for (Decayed decayed : byName.values()) {
      total += decayed.at(time);
    }
    List<Affinity> affinities = new ArrayList<>();
    if (total > 0) {
      for (var entry : byName.entrySet()) {
        double score = entry.getValue().at(time);
        affinities.add(new Affinity(entry.getKey(), rounded(score), rounded(score / total)));
      }
    }
    return affinities.stream().sorted(GREATEST_FIRST).limit(MOST_SHOWN).toList();
  }

  private static double rounded(double number) {
    return Math.rint(number * DIGITS) / DIGITS;
  }
}
