package io.clientele.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankerModelTest {

  private static final RecordFormat<RankerModel> MODELS = RecordFormat.of(RankerModel.class);

  @Property
  void numbersAreReadBackToTheLastBit(@ForAll float threshold, @ForAll float leaf) {
    RankerModel.Tree tree =
        new RankerModel.Tree(
            new int[] {0},
            new float[] {threshold},
            new int[] {~0},
            new int[] {~1},
            new float[] {leaf, -leaf});
    RankerModel model =
        new RankerModel(
            1,
            Instant.EPOCH,
            new RankerModel.Data(Instant.EPOCH, Instant.EPOCH, 1, 1),
            List.of("SHARE_SR"),
            "trees",
            List.of(tree),
            null,
            Map.of());

    RankerModel.Tree read = MODELS.read(MODELS.write(model)).trees().get(0);

    assertThat(bits(read.thresholds())).containsExactly(bits(tree.thresholds()));
    assertThat(bits(read.leaves())).containsExactly(bits(tree.leaves()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"version", "trainedAt", "data", "from", "features", "serve", "left", "weights"})
  void modelThatLacksSomethingIsNotRead(String field) {
    String whole = new String(MODELS.write(Samples.rankerModel()), UTF_8);
    String lacking = whole.replace("\"" + field + "\"", "\"other\"");

    assertThatThrownBy(() -> MODELS.read(lacking.getBytes(UTF_8)))
        .isInstanceOf(MalformedRecordException.class);
  }

  @Test
  void nameIsReadBack() {
    assertThat(RankerModel.version(Samples.rankerModel().name())).hasValue(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ranker", "ranker@", "ranker@0", "ranker@-1", "ranker@9999999999"})
  void otherNamesHaveNoVersion(String name) {
    assertThat(RankerModel.version(name)).isEmpty();
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }
}
