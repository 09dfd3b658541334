package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.local.platform.Service;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every service says of itself at {@code /q/openapi}. */
@OnPlatform
class OpenApiIT {

  private JsonNode document;

  @ParameterizedTest
  @EnumSource
  void everyFieldOfEveryServiceSaysWhatItIs(Service service, RunningPlatform platform) {
    document = new Shop(platform).get(service, "/q/openapi?format=json").body();
    List<String> silent = new ArrayList<>();

    document
        .at("/components/schemas")
        .properties()
        .forEach(
            schema ->
                schema.getValue().path("properties").properties().stream()
                    .filter(field -> !isDescribed(field.getValue()))
                    .forEach(field -> silent.add(schema.getKey() + "." + field.getKey())));

    assertThat(document.at("/components/schemas")).isNotEmpty();
    assertThat(silent).isEmpty();
  }

  @Test
  void profileIsToldInTheWordsOfItsJavadoc(RunningPlatform platform) {
    document = new Shop(platform).get(Service.PROFILE, "/q/openapi?format=json").body();

    JsonNode profile = document.at("/components/schemas/CustomerProfile");
    assertThat(profile.path("description").asText()).startsWith("Everything known of one customer");
    assertThat(profile.at("/properties")).isNotEmpty();
    assertThat(profile.at("/properties").findValuesAsText("description"))
        .hasSizeGreaterThanOrEqualTo(profile.at("/properties").size());
    assertThat(profile.at("/properties/activity/propertyNames/enum")).hasSize(6);
  }

  private boolean isDescribed(JsonNode field) {
    return field.hasNonNull("description")
        || document.at(field.path("$ref").asText("#/none").substring(1)).hasNonNull("description");
  }
}
