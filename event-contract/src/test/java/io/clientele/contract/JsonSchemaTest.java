package io.clientele.contract;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import io.clientele.testing.GoldenFile;
import io.clientele.testing.RecordDocs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schema of every record, generated from the record itself and from its Javadoc. */
class JsonSchemaTest {

  private static final SchemaGenerator GENERATOR = new SchemaGenerator(config());

  private static SchemaGeneratorConfig config() {
    RecordDocs docs = RecordDocs.of(Path.of("src/main/java"));
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                Option.EXTRA_OPEN_API_FORMAT_VALUES,
                Option.FLATTENED_ENUMS_FROM_TOSTRING,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
            .with(
                new JacksonModule(
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                    JacksonOption.INCLUDE_ONLY_JSONPROPERTY_ANNOTATED_METHODS));
    config
        .forTypesInGeneral()
        .withDescriptionResolver(type -> docs.of(type.getType().getErasedType()).orElse(null))
        .withTypeAttributeOverride((schema, type, context) -> nameKeys(schema, type.getType()));
    config
        .forFields()
        .withDescriptionResolver(
            field ->
                field.isFakeContainerItemScope()
                    ? null // what is said of a list is said of it, not of each of its items
                    : docs.of(field.getDeclaringType().getErasedType(), field.getName())
                        .orElse(null));
    return config.build();
  }

  /** Says by which names a map has its values where these are few. */
  private static void nameKeys(ObjectNode schema, ResolvedType type) {
    List<ResolvedType> of = type == null ? null : type.typeParametersFor(Map.class);
    if (of != null && of.size() == 2 && of.get(0).getErasedType().isEnum()) {
      ArrayNode names = schema.putObject("propertyNames").putArray("enum");
      for (Object key : of.get(0).getErasedType().getEnumConstants()) {
        names.add(Json.mapper().convertValue(key, String.class));
      }
    }
  }

  static Stream<Class<?>> types() {
    return Samples.all().stream().map(Record::getClass);
  }

  @ParameterizedTest
  @MethodSource("types")
  void schemaIsGeneratedFromTheRecord(Class<?> type) throws JsonProcessingException {
    String schema =
        Json.mapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(GENERATOR.generateSchema(type));

    GoldenFile.shipped("schema/" + type.getSimpleName() + ".json").assertEquals(schema);
  }
}
