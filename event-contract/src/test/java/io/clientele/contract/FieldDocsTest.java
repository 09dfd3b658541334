package io.clientele.contract;

import io.clientele.testing.FieldDocs;
import org.junit.jupiter.api.Test;

/** What services tell of the contract's records in their OpenAPI documents. */
class FieldDocsTest {

  @Test
  void everyFieldSaysWhatItIs() {
    FieldDocs.assertShipped(
        constant -> Json.mapper().convertValue(constant, String.class),
        Samples.all().stream().map(Record::getClass));
  }
}
