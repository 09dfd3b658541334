package io.clientele.recommendation.rest;

import io.clientele.testing.FieldDocs;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the OpenAPI document tells of this service's own answers and forms. */
final class AnswerDocsTest {

  @Test
  void everyFieldSaysWhatItIs() {
    FieldDocs.assertShipped(
        Object::toString,
        Stream.of(
            SessionRequest.class,
            SuggestionList.class,
            CustomerSuggestionList.class,
            RelatedList.class,
            TogetherList.class,
            FitAnswer.class,
            RankerStatus.class));
  }
}
