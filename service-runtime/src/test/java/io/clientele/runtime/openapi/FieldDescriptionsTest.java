package io.clientele.runtime.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerProfile;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.junit.jupiter.api.Test;

final class FieldDescriptionsTest {

  private final FieldDescriptions descriptions = new FieldDescriptions();

  @Test
  void everyFieldOfTheProfileSaysWhatItIs() {
    Schema profile = OASFactory.createSchema();
    Arrays.stream(CustomerProfile.class.getRecordComponents())
        .map(RecordComponent::getName)
        .forEach(field -> profile.addProperty(field, OASFactory.createSchema()));

    descriptions.filterOpenAPI(document("CustomerProfile", profile));

    assertThat(profile.getDescription()).startsWith("Everything known of one customer");
    assertThat(profile.getProperties())
        .hasSize(CustomerProfile.class.getRecordComponents().length)
        .allSatisfy((name, field) -> assertThat(field.getDescription()).isNotBlank());
  }

  @Test
  void mapSaysByWhichNamesItHasItsValues() {
    Schema profile = schema("activity");

    descriptions.filterOpenAPI(document("CustomerProfile", profile));

    assertThat(profile.getProperties().get("activity").getPropertyNames().getEnumeration())
        .isEqualTo(List.of("1d", "7d", "30d", "90d", "365d", "life"));
  }

  @Test
  void secondTypeOfANameIsToldByItsFields() {
    Schema link = schema("id", "with", "cause");

    descriptions.filterOpenAPI(document("Link1", link));

    assertThat(link.getDescription()).isEqualTo("One link of this id.");
  }

  @Test
  void schemaOfAnotherMakingStaysAsItIs() {
    Schema other = schema("id", "colour");

    descriptions.filterOpenAPI(document("Link", other));

    assertThat(other.getDescription()).isNull();
  }

  @Test
  void enumOfANameThatTwoHaveSaysNothing() {
    Schema kind = OASFactory.createSchema();

    descriptions.filterOpenAPI(document("Kind", kind));

    assertThat(kind.getDescription()).isNull();
  }

  @Test
  void annotationWins() {
    Schema link = schema("id").description("in other words");

    descriptions.filterOpenAPI(document("Link", link));

    assertThat(link.getDescription()).isEqualTo("in other words");
  }

  @Test
  void documentWithoutSchemasStaysAsItIs() {
    OpenAPI empty = OASFactory.createOpenAPI();

    descriptions.filterOpenAPI(empty);

    assertThat(empty.getComponents()).isNull();
  }

  private static Schema schema(String... fields) {
    Schema schema = OASFactory.createSchema();
    for (String field : fields) {
      schema.addProperty(field, OASFactory.createSchema());
    }
    return schema;
  }

  private static OpenAPI document(String name, Schema schema) {
    return OASFactory.createOpenAPI()
        .components(OASFactory.createComponents().addSchema(name, schema));
  }
}
