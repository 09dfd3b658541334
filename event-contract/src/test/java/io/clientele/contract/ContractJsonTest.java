package io.clientele.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clientele.testing.GoldenFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How each record looks to a consumer that is not ours: changing it shows here first. */
class ContractJsonTest {

  static Stream<Record> samples() {
    return Samples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void recordIsWrittenAsItsGoldenFileAndReadBackEqual(Record sample)
      throws JsonProcessingException {
    String json = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(sample);

    GoldenFile.named(sample.getClass().getSimpleName() + ".json").assertEquals(json);
    // Recursively, since the arrays of a model are no values.
    assertThat(Json.mapper().readValue(json, sample.getClass()))
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .isEqualTo(sample);
  }
}
