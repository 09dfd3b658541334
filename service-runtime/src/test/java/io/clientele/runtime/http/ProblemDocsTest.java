package io.clientele.runtime.http;

import io.clientele.testing.FieldDocs;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What services tell of problems in their OpenAPI documents. */
final class ProblemDocsTest {

  @Test
  void everyFieldSaysWhatItIs() {
    FieldDocs.assertShipped(Object::toString, Stream.of(Problem.class));
  }
}
