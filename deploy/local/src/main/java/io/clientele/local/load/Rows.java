package io.clientele.local.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What became of a file's rows; the rejected ones are written down with line and reason. */
public final class Rows implements AutoCloseable {

  private final Path rejectedFile;
  private BufferedWriter writer;
  private long read;
  private long duplicate;
  private final Map<String, Long> rejected = new TreeMap<>();
  private Instant newest;
  private String fault;

  /**
   * @param rejectedFile made with the first rejected row; null keeps no list
   */
  public Rows(Path rejectedFile) {
    this.rejectedFile = rejectedFile;
  }

  /** A row was read. */
  void read() {
    read++;
  }

  /** The row just read was none, but the header. */
  void header() {
    read--;
  }

  /** The row just read was there before and does not count. */
  void duplicate() {
    duplicate++;
  }

  /** The row just read, at this line, is not taken. */
  void rejected(long line, String reason) throws IOException {
    rejected.merge(reason, 1L, Long::sum);
    if (rejectedFile == null) {
      return;
    }
    if (writer == null) {
      Files.createDirectories(rejectedFile.getParent());
      writer = Files.newBufferedWriter(rejectedFile);
      writer.write("line,reason\n");
    }
    writer.write(line + "," + reason + "\n");
  }

  /** The file ends in the middle of a row; what was read before is good. */
  void truncated(long line) {
    fault = "the file ends in the middle of line " + line + "; all rows before it were read";
  }

  /** The archive that holds the file is damaged; what was read before is good. */
  void corrupt(long line) {
    fault = "the archive is damaged in line " + line + "; all rows before it were read";
  }

  /** A row tells of this time. */
  void at(Instant time) {
    if (newest == null || time.isAfter(newest)) {
      newest = time;
    }
  }

  long rowsRead() {
    return read;
  }

  long duplicates() {
    return duplicate;
  }

  Map<String, Long> rejectedByReason() {
    return new TreeMap<>(rejected);
  }

  /** Rows that are neither duplicates nor rejected. */
  long counted() {
    return read - duplicate - rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The latest time of any row. */
  Optional<Instant> newest() {
    return Optional.ofNullable(newest);
  }

  /** What is wrong with the file itself, if anything. */
  Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /** The list of rejected rows, if there are any. */
  Optional<Path> rejectedFile() {
    return writer == null ? Optional.empty() : Optional.of(rejectedFile);
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
