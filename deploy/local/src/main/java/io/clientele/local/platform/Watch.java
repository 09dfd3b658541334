package io.clientele.local.platform;

import io.clientele.local.process.Child;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks after children that run, and tells those that died from those that somebody stopped. */
public final class Watch {

  private final Platform platform;
  private final Home home;
  private final List<Child> children;
  private final Set<Child> told = new HashSet<>();

  /**
   * @param children as they were started
   */
  public Watch(Platform platform, Home home, List<Child> children) {
    this.platform = platform;
    this.home = home;
    this.children = List.copyOf(children);
  }

  /** Who has died since the last look without having been stopped; each is told once. */
  public List<Child> deaths() throws IOException {
    if (platform.isStopping() || dead().isEmpty()) {
      return List.of();
    }
    // Whoever stops the platform holds the lock until it has forgotten what it stopped.
    Optional<List<Child>> certain = PlatformLock.ifFree(home, this::dead);
    if (certain.isEmpty() || platform.isStopping()) {
      return List.of();
    }
    told.addAll(certain.get());
    return certain.get();
  }

  /** Whether another command has stopped all of them and taken them off the record. */
  public boolean isOver() throws IOException {
    List<Child> recorded = platform.children();
    return children.stream().noneMatch(recorded::contains);
  }

  private List<Child> dead() throws IOException {
    List<Child> recorded = platform.children();
    return children.stream()
        .filter(child -> recorded.contains(child) && !told.contains(child) && !child.isAlive())
        .toList();
  }
}
