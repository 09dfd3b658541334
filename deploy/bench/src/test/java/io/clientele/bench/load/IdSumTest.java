package io.clientele.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class IdSumTest {

  @Test
  void idIsTheOneThatIngestGives() {
    IdSum sum = new IdSum();
    sum.addNumber(255);

    // sha256sum of default, 0, bench-00000000000000ff, 0: its first 16 bytes
    assertThat(sum.hash()).isEqualTo("48abfdaeacd286528adb95e1c96b1ae5");
  }

  @Property
  void orderDoesNotMatterButDuplicatesDo(@ForAll @Size(min = 1) List<Long> numbers) {
    IdSum forwards = new IdSum();
    IdSum backwards = new IdSum();
    numbers.forEach(forwards::addNumber);
    for (int index = numbers.size() - 1; index >= 0; index--) {
      backwards.addNumber(numbers.get(index));
    }
    assertThat(backwards.hash()).isEqualTo(forwards.hash());

    backwards.addNumber(numbers.get(0));
    assertThat(backwards.hash()).isNotEqualTo(forwards.hash());
    assertThat(backwards.count()).isEqualTo(forwards.count() + 1);
  }
}
