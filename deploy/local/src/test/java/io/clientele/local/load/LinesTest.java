package io.clientele.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class LinesTest {

  @Property
  void linesAreDividedAsEverywhereInJava(
      @ForAll @Chars({'\n', '\r'}) @CharRange(from = 'a', to = 'c') String text)
      throws IOException {
    List<String> expected = new BufferedReader(new StringReader(text)).lines().toList();

    assertThat(all(text)).isEqualTo(expected);
  }

  @Property(tries = 50)
  void linesMayCrossTheBuffersEnd(
      @ForAll @Chars({'\n', '\r', 'x'}) @StringLength(min = 1, max = 9) String text)
      throws IOException {
    String crossing = "y".repeat((1 << 16) - 4) + text + "z".repeat(1 << 16) + text;

    assertThat(all(crossing))
        .isEqualTo(new BufferedReader(new StringReader(crossing)).lines().toList());
  }

  @Test
  void endlessLineIsCutAndTheNextOneIsWhole() throws IOException {
    Lines lines = new Lines(new StringReader("x".repeat(Lines.MOST_CHARACTERS + 1) + "\nnext"));

    assertThat(lines.next()).hasSize(Lines.MOST_CHARACTERS);
    assertThat(lines.wasCut()).isTrue();
    assertThat(lines.next()).isEqualTo("next");
    assertThat(lines.wasCut()).isFalse();
    assertThat(lines.next()).isNull();
  }

  private static List<String> all(String text) throws IOException {
    Lines lines = new Lines(new StringReader(text));
    List<String> all = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      all.add(line);
    }
    return all;
  }
}
