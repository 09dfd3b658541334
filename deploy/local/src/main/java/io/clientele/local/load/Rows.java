package io.clientele.local.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of a file's rows; those that were rejected here, or refused by ingest, are written
 * down with line, message id and reason.
 */
public final class Rows implements Refusals, AutoCloseable {

  private final Path rejectedFile;
  private CsvWriter writer;
  private long read;
  private long duplicate;
  private final Map<String, Long> rejected = new TreeMap<>();
  private Instant newest;
  private String fault;

  /**
   * @param rejectedFile made with the first row that goes into it; null keeps no list
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
    write(line, "", reason);
  }

  @Override
  public void refused(long line, String messageId, String reason) {
    try {
      write(line, messageId, reason);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + rejectedFile, e);
    }
  }

  private synchronized void write(long line, String messageId, String reason) throws IOException {
    if (rejectedFile == null) {
      return;
    }
    if (writer == null) {
      Files.createDirectories(rejectedFile.getParent());
      writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(rejectedFile);
      writer.writeRecord("line", "messageId", "reason");
    }
    writer.writeRecord(line == 0 ? "" : Long.toString(line), messageId, reason);
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

  /** The list of what was rejected or refused, if anything was. */
  synchronized Optional<Path> rejectedFile() {
    return writer == null ? Optional.empty() : Optional.of(rejectedFile);
  }

  @Override
  public synchronized void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
