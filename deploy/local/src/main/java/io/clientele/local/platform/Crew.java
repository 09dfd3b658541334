package io.clientele.local.platform;

import io.clientele.local.process.Child;
import io.clientele.local.process.Launch;
import io.clientele.local.process.Ports;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Starts children, records them, and remembers which ones this launcher started itself. */
final class Crew {

  private final Roster roster;
  private final Consumer<String> say;
  private final boolean usualPorts;
  private final Set<Child> startedHere = ConcurrentHashMap.newKeySet();
  private boolean stopping;

  /**
   * @param usualPorts whether children listen at their usual ports where those are free
   */
  Crew(Roster roster, Consumer<String> say, boolean usualPorts) {
    this.roster = roster;
    this.say = say;
    this.usualPorts = usualPorts;
  }

  /** The recorded child of this name if it runs. */
  Optional<Child> running(String name) throws IOException {
    return roster.child(name).filter(Child::isAlive);
  }

  /**
   * Where a child is to listen: where it did before, else at its usual port, else anywhere.
   *
   * @param usual 0 if it has none
   */
  int port(String name, int usual) throws IOException {
    int wanted = roster.child(name).map(Child::port).orElse(usualPorts ? usual : 0);
    int port = Ports.freeNear(wanted);
    if (wanted != 0 && port != wanted) {
      say.accept("port " + wanted + " is taken: " + name + " listens on " + port);
    }
    return port;
  }

  /**
   * Starts and records a child.
   *
   * @throws PlatformException if this launcher is stopping what it started: one more would be
   *     missed and left behind
   */
  synchronized Child launch(Launch launch) throws IOException {
    if (stopping) {
      throw new PlatformException(launch.name() + " is not started: the platform is being stopped");
    }
    Child child = launch.start();
    startedHere.add(child);
    roster.put(child);
    return child;
  }

  /** Stops what was started here, and lets nothing be started from now on. */
  List<Child> stopStarted() throws IOException {
    synchronized (this) {
      stopping = true;
    }
    return stop(roster.children().stream().filter(startedHere::contains).toList());
  }

  synchronized boolean isStopping() {
    return stopping;
  }

  List<Child> stop(List<Child> children) throws IOException {
    return new Shutdown(roster, say).of(children);
  }
}
