package io.clientele.ingest.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Change;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class ChangesTest {

  private final Changes changes = new Changes();

  @Test
  void whatIsReadTwiceWithOneResultIsWrittenDownOnce() {
    changes.note("text", "/a", " x", "x");
    changes.note("text", "/a", " x", "x");

    assertThat(changes.all(UnaryOperator.identity()))
        .containsExactly(new Change("/a", " x", "x", "text"));
  }

  @Test
  void whatIsReadTwiceWithTwoResultsIsWrittenDownTwice() {
    changes.note("country", "/a", "uk", "GB");
    changes.note("country", "/a", "uk", null);

    assertThat(changes.all(UnaryOperator.identity()))
        .containsExactly(
            new Change("/a", "uk", "GB", "country"), new Change("/a", "uk", null, "country"));
  }

  @Test
  void whatIsPersonalOnceIsPersonal() {
    changes.note("text", "/a", " x", "x");
    changes.notePersonal("text", "/a", " x", "x");

    assertThat(changes.all(UnaryOperator.identity()))
        .containsExactly(new Change("/a", null, null, "text"));
    assertThat(changes.withPersonal(Map.of(), UnaryOperator.identity()))
        .containsEntry("cleaned", List.of(new Change("/a", " x", "x", "text")));
  }
}
