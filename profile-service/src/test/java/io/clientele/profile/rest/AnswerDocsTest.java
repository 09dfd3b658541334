package io.clientele.profile.rest;

import io.clientele.profile.split.Split;
import io.clientele.testing.FieldDocs;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the OpenAPI document tells of this service's own answers and forms. */
final class AnswerDocsTest {

  @Test
  void everyFieldSaysWhatItIs() {
    FieldDocs.assertShipped(
        Object::toString, Stream.of(TimelineAnswer.class, Split.class, SplitForm.class));
  }
}
