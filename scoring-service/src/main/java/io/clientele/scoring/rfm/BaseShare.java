package io.clientele.scoring.rfm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The part of the base that some partitions hold, and which ones, so that a sum of shares can tell
 * whether it is the whole.
 *
 * @param partitions whose customers these are
 */
public record BaseShare(SortedSet<Integer> partitions, RfmBase base) {

  public BaseShare {
    partitions = Collections.unmodifiableSortedSet(new TreeSet<>(partitions));
  }

  /**
   * The base of everybody; empty if a partition is missing from the shares or in two of them, as
   * happens while it moves from one instance to another.
   *
   * @param partitions how many there are
   */
  public static Optional<RfmBase> whole(List<BaseShare> shares, int partitions) {
    Set<Integer> covered = new HashSet<>();
    List<RfmBase> bases = new ArrayList<>();
    for (BaseShare share : shares) {
      if (!Collections.disjoint(covered, share.partitions())) {
        return Optional.empty();
      }
      covered.addAll(share.partitions());
      bases.add(share.base());
    }
    return covered.size() == partitions ? Optional.of(RfmBase.sum(bases)) : Optional.empty();
  }
}
