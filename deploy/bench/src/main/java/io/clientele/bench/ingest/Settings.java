package io.clientele.bench.ingest;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds of each side
 * @param length of a round
 * @param batchConnections how many batches are under way at once
 * @param singleConnections how many single calls are under way at once
 * @param backlog how many events the topology gets at once to show what it sustains
 * @param heap of the service and of the bare handler, such as {@code 256m}
 * @param recordings where flight recordings go; null records nothing
 */
public record Settings(
    int rounds,
    Duration length,
    int batchConnections,
    int singleConnections,
    long backlog,
    String heap,
    Path recordings) {

  static final int BATCH = 100;
}
