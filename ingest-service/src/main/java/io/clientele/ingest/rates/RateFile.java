package io.clientele.ingest.rates;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.ingest.clean.ExchangeRates;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** A file of rates that somebody replaces from time to time; what it said last stays in use. */
public final class RateFile {

  /** The whole history since 1999 has 9 MB as XML. */
  static final long MOST_BYTES = 64L << 20;

  /** A file written twice within a tick of its file system looks like one that was written once. */
  private static final Duration LONGEST_TICK = Duration.ofSeconds(2);

  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(UTF_8);

  private final Path path;
  private volatile ExchangeRates rates = ExchangeRates.NONE;
  private Version seen;
  private Instant seenAt = Instant.EPOCH;
  private String reported = "";

  /** A file, which need not be there yet; nothing is read before {@link #refresh}. */
  public RateFile(Path path) {
    this.path = path;
  }

  /** The rates that were read last; none at first. Any thread may ask. */
  public ExchangeRates rates() {
    return rates;
  }

  /**
   * Reads the file if its size or its time has changed since it was read. Rates are replaced whole
   * or not at all. The same fault is reported once.
   *
   * @param now the time, by which a file that is being written is told from one that rests
   */
  public synchronized Refresh refresh(Instant now) {
    try {
      Version version = Version.of(path);
      if (version.equals(seen) && seen.modifiedAt().plus(LONGEST_TICK).isBefore(seenAt)) {
        return new Refresh.Unchanged();
      }
      seen = version;
      seenAt = now;
      ExchangeRates read = read(version);
      if (!Version.of(path).equals(version)) {
        seen = null;
        return new Refresh.Unchanged();
      }
      rates = read;
      reported = "";
      return new Refresh.Replaced(read.days());
    } catch (IOException e) {
      if (e instanceof FaultyRatesException) {
        return report(e.getMessage());
      }
      // What cannot be read now may be read later, though nothing of it changes.
      seen = null;
      return report(e instanceof NoSuchFileException ? "is not there" : e.toString());
    }
  }

  private Refresh report(String fault) {
    if (fault.equals(reported)) {
      return new Refresh.Unchanged();
    }
    reported = fault;
    return new Refresh.Faulty(path + ": " + fault);
  }

  private ExchangeRates read(Version version) throws IOException {
    if (version.sizeBytes() > MOST_BYTES) {
      throw new IOException("a file of rates has at most " + MOST_BYTES + " bytes");
    }
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path))) {
      return startsWithMarkup(bytes)
          ? EcbXml.read(bytes)
          : EcbCsv.read(new BufferedReader(new InputStreamReader(bytes, UTF_8.newDecoder())));
    }
  }

  /** Whether XML follows; a byte order mark before it, or before CSV, is skipped. */
  private static boolean startsWithMarkup(InputStream bytes) throws IOException {
    bytes.mark(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(bytes.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
      bytes.reset();
    }
    bytes.mark(1);
    int first = bytes.read();
    bytes.reset();
    return first == '<';
  }

  /** By what a file is known to be the same. */
  private record Version(long sizeBytes, Instant modifiedAt) {

    static Version of(Path path) throws IOException {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      return new Version(file.size(), file.lastModifiedTime().toInstant());
    }
  }
}
