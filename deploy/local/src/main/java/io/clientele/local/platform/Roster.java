package io.clientele.local.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import io.clientele.contract.Json;
import io.clientele.local.process.Child;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The list of children on disk, through which launchers that never meet know the same platform. */
final class Roster {

  private static final TypeReference<List<Child>> CHILDREN = new TypeReference<>() {};

  /** File locks belong to the whole process: among its threads only a monitor helps. */
  private static final Object CHANGE = new Object();

  private final Path file;
  private final Path lock;

  Roster(Home home) {
    this.file = home.roster();
    this.lock = home.rosterLock();
  }

  /** All recorded children, dead ones too, in the order of their start. */
  List<Child> children() throws IOException {
    return Files.exists(file) ? Json.mapper().readValue(file.toFile(), CHILDREN) : List.of();
  }

  Optional<Child> child(String name) throws IOException {
    return children().stream().filter(child -> child.name().equals(name)).findFirst();
  }

  /** Records a child in place of the earlier one of its name. */
  void put(Child child) throws IOException {
    change(
        children -> {
          children.removeIf(earlier -> earlier.name().equals(child.name()));
          children.add(child);
        });
  }

  /** Forgets a child, unless another launcher has recorded its successor meanwhile. */
  void remove(Child child) throws IOException {
    change(children -> children.remove(child));
  }

  private void change(Consumer<List<Child>> change) throws IOException {
    Files.createDirectories(file.getParent());
    synchronized (CHANGE) {
      try (FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        channel.lock(); // until the channel is closed
        List<Child> children = new ArrayList<>(children());
        change.accept(children);
        write(children);
      }
    }
  }

  private void write(List<Child> children) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    Files.write(aside, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(children));
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
