package io.clientele.profile.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackedIdsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "phone",
        "0123456789abcdef0123456789abcdef",
        "0123456789ABCDEF0123456789abcdef",
        "f0e1d2c3-b4a5-9687-7869-5a4b3c2d1e0f",
        "F0e1d2c3-b4a5-9687-7869-5a4b3c2d1e0f",
        "f0e1d2c3-b4a5-9687-7869-5a4b3c2d1e0",
        "f0e1d2c3xb4a5x9687x7869x5a4b3c2d1e0f",
        "------------------------------------"
      })
  void idsOfEveryFormAreReadAsTheyWereWritten(String id) {
    assertThat(written(id)).isEqualTo(id);
  }

  @Property
  void uuidsTakeHalfTheirText(@ForAll long high, @ForAll long low) {
    String dashed = new UUID(high, low).toString();
    String digits = dashed.replace("-", "");

    assertThat(List.of(written(dashed), written(digits))).containsExactly(dashed, digits);
    assertThat(packed(dashed)).hasSize(17);
    assertThat(packed(digits)).hasSize(17);
  }

  @Test
  void stampsOfOneMomentAreOrderedByTheirEvents() {
    Stamp earlier = new Stamp(Deed.at(0), "f");
    Stamp one = new Stamp(Deed.at(1), "a");
    Stamp other = new Stamp(Deed.at(1), "b");

    assertThat(List.of(other, one, earlier).stream().sorted()).containsExactly(earlier, one, other);
  }

  private static byte[] packed(String id) {
    Packer packer = new Packer();
    PackedIds.pack(packer, id);
    return packer.toBytes();
  }

  private static String written(String id) {
    Unpacker unpacker = new Unpacker(packed(id));
    String read = PackedIds.unpack(unpacker);
    assertThat(unpacker.hasMore()).isFalse();
    return read;
  }
}
