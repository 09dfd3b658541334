package io.clientele.recommendation.training;

import io.clientele.contract.RankerModel;
import io.clientele.recommendation.rank.Rankers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The models that were published, of which the newest serves that this version can use. */
public final class ModelShelf {

  private final Consumer<Rankers> serving;
  private final TreeMap<Integer, RankerModel> usable = new TreeMap<>();
  private final Set<Integer> there = new TreeSet<>();
  private final Set<Integer> removed = new HashSet<>();
  private int highest;
  private boolean complete;

  /**
   * An empty one.
   *
   * @param serving told of the rankers that serve from now on
   */
  public ModelShelf(Consumer<Rankers> serving) {
    this.serving = serving;
  }

  /**
   * Takes a model that was published. The same one again changes nothing, also where it was taken
   * away meanwhile: no number is given twice.
   *
   * @return whether this version can use it
   * @throws IllegalArgumentException where it contradicts itself
   */
  public synchronized boolean put(RankerModel model) {
    note(model.version());
    Optional<Rankers> rankers = Rankers.of(model);
    if (rankers.isEmpty()) {
      return false;
    }
    if (removed.contains(model.version())) {
      return true;
    }
    boolean isNewest = usable.isEmpty() || model.version() > usable.lastKey();
    usable.put(model.version(), model);
    if (isNewest) {
      serving.accept(rankers.get());
      notifyAll();
    }
    return true;
  }

  /** Takes note of a version that is there, whether or not it can be used. */
  public synchronized void note(int version) {
    if (!removed.contains(version)) {
      there.add(version);
    }
    highest = Math.max(highest, version);
  }

  /** Takes a version away; where it served, the one before serves again. */
  public synchronized void remove(int version) {
    highest = Math.max(highest, version);
    there.remove(version);
    removed.add(version);
    boolean served = !usable.isEmpty() && usable.lastKey() == version;
    usable.remove(version);
    if (served) {
      serving.accept(serving().flatMap(Rankers::of).orElse(Rankers.NONE));
    }
  }

  /** What was there at the start has been read. */
  public synchronized void complete() {
    complete = true;
  }

  public synchronized boolean isComplete() {
    return complete;
  }

  /** The model that serves. */
  public synchronized Optional<RankerModel> serving() {
    return usable.isEmpty() ? Optional.empty() : Optional.of(usable.lastEntry().getValue());
  }

  /** A number that no model ever had. */
  public synchronized int nextVersion() {
    return highest + 1;
  }

  /** All versions that are there but for the newest so many. */
  public synchronized Set<Integer> allBut(int newest) {
    return there.stream()
        .limit(Math.max(0, there.size() - newest))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Waits until a version, or a later one, serves.
   *
   * @return whether it does
   */
  public synchronized boolean await(int version, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    long left = patience.toNanos();
    while (left > 0 && (usable.isEmpty() || usable.lastKey() < version)) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    return !usable.isEmpty() && usable.lastKey() >= version;
  }
}
