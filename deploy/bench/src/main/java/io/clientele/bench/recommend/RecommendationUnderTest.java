package io.clientele.bench.recommend;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.local.platform.Health;
import io.clientele.local.platform.Platform;
import io.clientele.local.platform.PlatformException;
import io.clientele.local.platform.Service;
import io.clientele.local.platform.Tuning;
import io.clientele.local.process.Child;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** The packaged recommendation service as a process of its own. */
final class RecommendationUnderTest {

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration STANDSTILL = Duration.ofMinutes(2);

  private final Platform platform;
  private final Health health = new Health();
  private Child process;

  RecommendationUnderTest(Platform platform) {
    this.platform = platform;
  }

  /**
   * Starts it and waits until it has read what the log holds, however long that takes.
   *
   * @return the seconds that this took, to 0.05
   */
  double start(Memory memory) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    process =
        platform.start(
            Service.RECOMMENDATION, 1, new Tuning(memory.jvmOptions(), memory.environment()));
    await(report -> report.path("status").asText().equals("UP"));
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Waits until it has read everything. */
  void settle() throws IOException, InterruptedException {
    await(report -> lag(report) == 0);
  }

  private void await(Predicate<JsonNode> done) throws IOException, InterruptedException {
    long least = Long.MAX_VALUE;
    long moved = System.nanoTime();
    while (true) {
      Optional<JsonNode> report = health.readiness(process);
      if (report.filter(done).isPresent()) {
        return;
      }
      if (!process.isAlive()) {
        throw new PlatformException(Platform.obituary(process));
      }
      long lag = report.map(RecommendationUnderTest::lag).orElse(Long.MAX_VALUE);
      if (lag < least) {
        least = lag;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > STANDSTILL.toNanos()) {
        throw new PlatformException(process.name() + " stands still; see " + process.log());
      }
      Thread.sleep(LOOK.toMillis());
    }
  }

  private static long lag(JsonNode report) {
    JsonNode lag = report.findValue("lag");
    return lag == null ? Long.MAX_VALUE : lag.asLong();
  }

  Child process() {
    return process;
  }

  RecommendationClient client() {
    return new RecommendationClient(process);
  }

  void stop() throws IOException {
    platform.stop(process);
  }
}
