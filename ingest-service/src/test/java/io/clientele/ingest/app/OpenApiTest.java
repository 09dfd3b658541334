package io.clientele.ingest.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.clientele.ingest.protocol.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The front door's routes are known to nobody who writes documentation by himself. */
final class OpenApiTest {

  private final JsonNode document = document();

  @Test
  void everyEndpointOfEveryProtocolIsDocumented() {
    assertThat(IngestBeans.PROTOCOLS)
        .flatExtracting(protocol -> protocol.endpoints())
        .allSatisfy(
            endpoint -> {
              JsonNode operation = operation(endpoint);
              assertThat(operation.path("summary").asText()).as("%s", endpoint).isNotBlank();
              assertThat(operation.path("responses").fieldNames())
                  .toIterable()
                  .as("%s", endpoint)
                  .isNotEmpty();
            });
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  private JsonNode operation(Endpoint endpoint) {
    return document
        .path("paths")
        .path(endpoint.path())
        .path(endpoint.method().toLowerCase(Locale.ROOT));
  }

  private static JsonNode document() {
    try (InputStream file = OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readTree(file);
    } catch (IOException e) {
      throw new AssertionError("openapi.yaml cannot be read", e);
    }
  }
}
