package io.clientele.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.RecordFormat;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void problemIsWrittenAsTheRfcHasIt() {
    Problem problem = Problem.badRequest("invalid-moment", "Invalid moment", "No such day.");

    assertThat(json(problem))
        .isEqualTo(
            "{\"type\":\"urn:clientele:problem:invalid-moment\",\"title\":\"Invalid moment\","
                + "\"status\":400,\"detail\":\"No such day.\"}");
  }

  @Test
  void fieldsAtFaultAreNamed() {
    Problem problem =
        Problem.badRequest("invalid-body", "Invalid body", "See the fields.")
            .with(List.of(new Problem.FieldError("/items/0", "is missing")));

    assertThat(json(problem))
        .endsWith("\"errors\":[{\"pointer\":\"/items/0\",\"detail\":\"is missing\"}]}");
  }

  @Test
  void temporaryProblemSaysWhenToTryAgain() {
    Response answer = Problem.unavailable("Moving.").response();

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("1");
    assertThat(answer.getMediaType()).hasToString(Problem.MEDIA_TYPE);
  }

  @Test
  void lastingProblemDoesNotAskToTryAgain() {
    assertThat(Problem.unknownCustomer().response().getHeaderString("Retry-After")).isNull();
  }

  private static String json(Problem problem) {
    return new String(RecordFormat.of(Problem.class).write(problem), StandardCharsets.UTF_8);
  }
}
