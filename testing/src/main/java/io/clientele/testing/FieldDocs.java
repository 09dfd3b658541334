package io.clientele.testing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the module under test ships of its Javadoc, so that the OpenAPI documents can say what every
 * field means: a line for each record, each enum and each field that its JSON shows.
 */
public final class FieldDocs {

  private final RecordDocs docs = RecordDocs.of(Path.of("src", "main", "java"));
  private final Function<Object, String> wireName;
  private final Map<String, String> lines = new TreeMap<>();
  private final List<String> silent = new ArrayList<>();
  private final Set<Class<?>> seen = new HashSet<>();

  private FieldDocs(Function<Object, String> wireName) {
    this.wireName = wireName;
  }

  /**
   * Fails unless the Javadoc says of every field what it is, and the file that is shipped says the
   * same.
   *
   * @param wireName how JSON writes an enum's constant
   * @param shown the records that the module shows; what they hold follows, but for other modules'
   */
  public static void assertShipped(Function<Object, String> wireName, Stream<Class<?>> shown) {
    FieldDocs found = new FieldDocs(wireName);
    shown.forEach(found::add);
    if (!found.silent.isEmpty()) {
      throw new AssertionError("no @param says what these are: " + found.silent);
    }
    GoldenFile.shipped("META-INF/field-docs.properties").assertEquals(found.text());
  }

  private void add(Type type) {
    if (type instanceof ParameterizedType container) {
      Stream.of(container.getActualTypeArguments()).forEach(this::add);
    } else if (type instanceof Class<?> found && docs.of(found).isPresent() && seen.add(found)) {
      lines.put(found.getName(), docs.of(found).get());
      if (found.isRecord()) {
        Stream.of(found.getRecordComponents()).forEach(field -> add(found, field));
      } else if (found.isSealed()) {
        Stream.of(found.getPermittedSubclasses()).forEach(this::add);
      }
    }
  }

  private void add(Class<?> type, RecordComponent field) {
    String name = type.getName() + "#" + field.getName();
    if (field.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
      lines.put(name + "#fields", field.getType().getName());
    } else {
      Optional<String> said = docs.of(type, field.getName()).or(() -> docs.of(field.getType()));
      said.ifPresentOrElse(text -> lines.put(name, text), () -> silent.add(name));
      keys(field.getGenericType()).ifPresent(keys -> lines.put(name + "#keys", keys));
    }
    add(field.getGenericType());
  }

  /** The names under which a map has its values, where these are few. */
  private Optional<String> keys(Type type) {
    return type instanceof ParameterizedType map
            && map.getRawType() instanceof Class<?> raw
            && Map.class.isAssignableFrom(raw)
            && map.getActualTypeArguments()[0] instanceof Class<?> key
            && key.isEnum()
        ? Optional.of(
            Stream.of(key.getEnumConstants()).map(wireName).collect(Collectors.joining(",")))
        : Optional.empty();
  }

  private String text() {
    return lines.entrySet().stream()
        .map(line -> line.getKey() + "=" + line.getValue().replace("\\", "\\\\"))
        .collect(Collectors.joining("\n"));
  }
}
