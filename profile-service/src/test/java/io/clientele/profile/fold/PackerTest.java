package io.clientele.profile.fold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.PlausibleTime;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class PackerTest {

  @Property
  void numbersOfAnySizeAndSignAreReadAsTheyWereWritten(
      @ForAll long number, @ForAll int fixed, @ForAll String text) {
    byte[] packed = new Packer().number(number).signed(number).fixed(fixed).text(text).toBytes();

    Unpacker unpacker = new Unpacker(packed);
    assertThat(unpacker.number()).isEqualTo(number);
    assertThat(unpacker.signed()).isEqualTo(number);
    assertThat(unpacker.fixed()).isEqualTo(fixed);
    assertThat(unpacker.text()).isEqualTo(new String(text.getBytes(UTF_8), UTF_8));
    assertThat(unpacker.hasMore()).isFalse();
  }

  @Property
  void momentsAreExact(@ForAll("moments") List<Instant> moments) {
    Packer packer = new Packer();
    moments.forEach(packer::time);

    Unpacker unpacker = new Unpacker(packer.toBytes());

    assertThat(moments).allSatisfy(moment -> assertThat(unpacker.time()).isEqualTo(moment));
  }

  @Property
  void momentsOfStatesAreExact(@ForAll("moment") Instant moment) {
    StateFormat<Instant> format = StateFormat.of(Instant.class);

    assertThat(format.read(format.write(moment))).isEqualTo(moment);
  }

  @Provide
  Arbitrary<List<Instant>> moments() {
    return moment().list().ofMaxSize(10);
  }

  @Provide
  Arbitrary<Instant> moment() {
    return Arbitraries.oneOf(
        Arbitraries.longs()
            .between(PlausibleTime.EARLIEST.toEpochMilli(), PlausibleTime.LATEST.toEpochMilli())
            .map(Instant::ofEpochMilli),
        Arbitraries.integers()
            .between(0, 999_999_999)
            .map(nanos -> PlausibleTime.EARLIEST.plusNanos(nanos)));
  }
}
