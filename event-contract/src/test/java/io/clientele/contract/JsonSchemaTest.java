package io.clientele.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import io.clientele.testing.GoldenFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schema of every record, generated from the record itself. */
class JsonSchemaTest {

  private static final SchemaGenerator GENERATOR =
      new SchemaGenerator(
          new SchemaGeneratorConfigBuilder(
                  Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
              .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.FLATTENED_ENUMS_FROM_TOSTRING)
              .with(
                  new JacksonModule(
                      JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                      JacksonOption.INCLUDE_ONLY_JSONPROPERTY_ANNOTATED_METHODS))
              .build());

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
