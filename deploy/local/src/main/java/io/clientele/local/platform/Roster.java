package io.clientele.local.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import io.clientele.contract.Json;
import io.clientele.local.process.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of children on disk, through which launchers that never meet know the same platform. */
final class Roster {

  private static final TypeReference<List<Child>> CHILDREN = new TypeReference<>() {};

  private final Path file;

  Roster(Home home) {
    this.file = home.roster();
  }

  /** All recorded children, dead ones too, in the order of their start. */
  synchronized List<Child> children() throws IOException {
    return Files.exists(file) ? Json.mapper().readValue(file.toFile(), CHILDREN) : List.of();
  }

  Optional<Child> child(String name) throws IOException {
    return children().stream().filter(child -> child.name().equals(name)).findFirst();
  }

  /** Records a child in place of the earlier one of its name. */
  synchronized void put(Child child) throws IOException {
    List<Child> children = without(child.name());
    children.add(child);
    write(children);
  }

  synchronized void remove(Child child) throws IOException {
    write(without(child.name()));
  }

  private List<Child> without(String name) throws IOException {
    List<Child> children = new ArrayList<>(children());
    children.removeIf(child -> child.name().equals(name));
    return children;
  }

  private void write(List<Child> children) throws IOException {
    Files.createDirectories(file.getParent());
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    Files.write(aside, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(children));
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
