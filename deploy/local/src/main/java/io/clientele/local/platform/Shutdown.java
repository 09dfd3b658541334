package io.clientele.local.platform;

import io.clientele.local.process.Child;
import io.clientele.local.process.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Ends children in the order in which they do without each other: services, broker, database. */
final class Shutdown {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Roster roster;
  private final Consumer<String> say;

  Shutdown(Roster roster, Consumer<String> say) {
    this.roster = roster;
    this.say = say;
  }

  /** Ends them, forgets them, and returns those that were still running. */
  List<Child> of(List<Child> children) throws IOException {
    List<Child> stopped = new ArrayList<>();
    List<Child> others = children.stream().filter(child -> !Platform.isBacking(child)).toList();
    stopped.addAll(end(others, Ending.TERMINATE));
    stopped.addAll(end(named(children, Platform.KAFKA), Ending.TERMINATE));
    stopped.addAll(end(named(children, Platform.POSTGRES), Ending.INTERRUPT));
    return stopped;
  }

  private List<Child> end(List<Child> children, Ending ending) throws IOException {
    List<Child> alive = children.stream().filter(Child::isAlive).toList();
    CompletableFuture.allOf(
            alive.stream()
                .map(child -> CompletableFuture.runAsync(() -> end(child, ending)))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    for (Child child : children) {
      roster.remove(child);
    }
    return alive;
  }

  private void end(Child child, Ending ending) {
    try {
      ending.apply(child, PATIENCE);
      // At once, not when all have ended: whoever watches takes a recorded dead child for a death.
      roster.remove(child);
      say.accept("stopped " + child.name() + " (pid " + child.pid() + ")");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop " + child.name(), e);
    }
  }

  private static List<Child> named(List<Child> children, String name) {
    return children.stream().filter(child -> child.name().equals(name)).toList();
  }
}
