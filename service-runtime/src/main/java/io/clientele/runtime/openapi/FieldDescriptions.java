package io.clientele.runtime.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Says in a service's OpenAPI document what its types and fields mean, in the words of their
 * Javadoc. Works while the service is packaged; what an annotation says wins.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class FieldDescriptions implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
      return;
    }
    try {
      ShippedDocs docs = ShippedDocs.shipped(Thread.currentThread().getContextClassLoader());
      document.getComponents().getSchemas().forEach((name, schema) -> describe(name, schema, docs));
    } catch (IOException e) {
      throw new UncheckedIOException("the fields' descriptions cannot be read", e);
    }
  }

  private static void describe(String name, Schema schema, ShippedDocs docs) {
    Map<String, Schema> fields = schema.getProperties() == null ? Map.of() : schema.getProperties();
    docs.type(name, fields.keySet())
        .ifPresent(
            type -> {
              describe(schema, docs.about(type));
              fields.forEach(
                  (field, of) -> {
                    describe(of, docs.field(type, field).orElseThrow());
                    nameKeys(of, docs.keys(type, field));
                  });
            });
  }

  private static void describe(Schema schema, String text) {
    if (schema.getDescription() == null) {
      schema.setDescription(text);
    }
  }

  private static void nameKeys(Schema map, List<String> keys) {
    if (!keys.isEmpty()) {
      map.setPropertyNames(OASFactory.createSchema().enumeration(List.copyOf(keys)));
    }
  }
}
