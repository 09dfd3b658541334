package io.clientele.ingest.clean;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UserAgentsTest {

  /** What the clock says, one after the other; the last one for ever. */
  private static final Deque<Long> SECONDS = new ArrayDeque<>(List.of(0L));

  private static final UserAgents AGENTS =
      new UserAgents(Runnable::run, Duration.ofMinutes(5), UserAgentsTest::nanos);

  private static long nanos() {
    return 1_000_000_000L * (SECONDS.size() > 1 ? SECONDS.remove() : SECONDS.element());
  }

  static Stream<String> bots() {
    return Samples.of("/user-agents/bots.txt");
  }

  static Stream<String> clients() {
    return Samples.of("/user-agents/clients.txt");
  }

  static Stream<String> browsers() {
    return Samples.of("/user-agents/browsers.txt");
  }

  @ParameterizedTest
  @MethodSource("bots")
  void botIsMarked(String header) {
    assertThat(AGENTS.of(header).bot()).isTrue();
    assertThat(AGENTS.of(header).device()).isNull();
  }

  @ParameterizedTest
  @MethodSource("clients")
  void serversLibraryIsNoBot(String header) {
    assertThat(AGENTS.of(header).bot()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("browsers")
  void browserIsReadByDeviceNameAndSystem(String line) {
    List<String> cells = List.of(line.split(" \\| ", -1));
    assertThat(AGENTS.of(cells.get(3)))
        .isEqualTo(new UserAgent(cells.get(0), cells.get(1), cells.get(2), false));
  }

  /** Ten seconds at a stretch, then half of the time. */
  @Test
  void headersThatTakeLongLeaveTimeForOthers() {
    SECONDS.addAll(List.of(0L, 6L, 6L, 30L, 30L, 60L, 60L));
    SECONDS.remove();

    assertThat(AGENTS.of(firefox(901)).browser()).isEqualTo("Firefox");
    assertThat(AGENTS.of(firefox(902)).browser()).isEqualTo("Firefox");
    assertThat(AGENTS.of(firefox(903))).isEqualTo(UserAgent.UNKNOWN);
    assertThat(AGENTS.of(firefox(903)).browser()).isEqualTo("Firefox");
  }

  private static String firefox(int version) {
    return "Mozilla/5.0 (X11; Linux x86_64; rv:%1$d.0) Gecko/20100101 Firefox/%1$d.0"
        .formatted(version);
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "x", "Mozilla/5.0", "MyShop/2.1", "null"})
  void whatTellsNothingIsNoBot(String header) {
    assertThat(AGENTS.of(header).bot()).isFalse();
  }

  /** Each would keep yauaa busy for seconds, or overflow its stack. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (",
        "(",
        "[",
        "+1 ",
        "é ",
        "a@b.c ",
        "http://a ",
        "/&",
        "Build/",
        "0"
      })
  void headerThatWouldKeepTheAnalyzerBusyIsNotRead(String piece) {
    assertThat(HeaderShape.isReadable(piece.repeat(1_024 / piece.length()))).isFalse();
    assertThat(AGENTS.of(piece.repeat(1_024))).isEqualTo(UserAgent.UNKNOWN);
    assertThat(AGENTS.of(piece.repeat(20) + " Googlebot/2.1" + piece.repeat(90)).bot()).isTrue();
  }

  @ParameterizedTest
  @MethodSource({"bots", "clients", "browsers"})
  void everyExampleLooksLikeAUserAgent(String line) {
    assertThat(HeaderShape.isReadable(line.substring(line.lastIndexOf('|') + 1))).isTrue();
  }

  @Test
  void manyThreadsGetTheSameAnswers() {
    List<String> headers = Stream.concat(bots(), clients()).toList();
    assertThat(
            IntStream.range(0, 400)
                .parallel()
                .mapToObj(
                    n ->
                        AGENTS.of(headers.get(n % headers.size())).bot() + " " + n % headers.size())
                .collect(toSet()))
        .hasSize(headers.size());
  }

  @ParameterizedTest
  @MethodSource("io.clientele.ingest.clean.NaughtyTexts#all")
  void naughtyHeaderIsSurvived(String header) {
    assertThat(AGENTS.of(header)).isEqualTo(AGENTS.of(header));
  }
}
