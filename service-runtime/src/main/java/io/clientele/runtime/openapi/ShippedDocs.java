package io.clientele.runtime.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the Javadoc says of types and fields, as every module ships it: {@code type=…}, {@code
 * type#field=…}, {@code type#field#keys=…} for the names in a map, and {@code type#field#fields=…}
 * for a type whose fields stand among those of the first.
 */
final class ShippedDocs {

  private static final String FILE = "META-INF/field-docs.properties";
  private static final String FIELDS = "#fields";

  private final TreeMap<String, String> lines = new TreeMap<>();

  ShippedDocs(Properties shipped) {
    shipped.stringPropertyNames().forEach(name -> lines.put(name, shipped.getProperty(name)));
  }

  /** What all modules ship that this loader sees. */
  static ShippedDocs shipped(ClassLoader loader) throws IOException {
    Properties shipped = new Properties();
    for (URL file : Collections.list(loader.getResources(FILE))) {
      try (Reader reader = new InputStreamReader(file.openStream(), UTF_8)) {
        shipped.load(reader);
      }
    }
    return new ShippedDocs(shipped);
  }

  /**
   * The type that a schema is made from: of those with its name, the one that has all of its
   * fields. Of several enums nobody can tell which it is.
   *
   * @param schema the type's simple name, with a number where it is not the first of that name
   */
  Optional<String> type(String schema, Set<String> fields) {
    String name = schema.replaceFirst("\\d+$", "");
    List<String> types =
        lines.keySet().stream()
            .filter(type -> type.indexOf('#') < 0 && simpleName(type).equals(name))
            .filter(type -> fields.stream().allMatch(field -> field(type, field).isPresent()))
            .toList();
    return fields.isEmpty() && types.size() > 1 ? Optional.empty() : types.stream().findFirst();
  }

  /** What is said of a type. */
  String about(String type) {
    return lines.get(type);
  }

  /** What is said of a field. */
  Optional<String> field(String type, String field) {
    String own = lines.get(type + "#" + field);
    return own != null
        ? Optional.of(own)
        : unwrapped(type).flatMap(other -> field(other, field).stream()).findFirst();
  }

  /** By which names a field that is a map has its values; empty where these are not known. */
  List<String> keys(String type, String field) {
    String keys = lines.get(type + "#" + field + "#keys");
    return keys == null ? List.of() : List.of(keys.split(","));
  }

  private Stream<String> unwrapped(String type) {
    return lines.subMap(type + "#", type + "$").entrySet().stream()
        .filter(line -> line.getKey().endsWith(FIELDS))
        .map(line -> line.getValue());
  }

  private static String simpleName(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
