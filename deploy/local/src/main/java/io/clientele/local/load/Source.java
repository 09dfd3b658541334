package io.clientele.local.load;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The file that is being loaded, unpacked on the way if its name ends in {@code .gz}. */
public final class Source {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final long length;
  private final AtomicLong consumed = new AtomicLong();

  public Source(Path file) throws IOException {
    this.file = file;
    this.length = Files.size(file);
  }

  Path file() {
    return file;
  }

  /**
   * A reader from the first character on; a byte order mark is skipped.
   *
   * @throws UnreadableFileException if it is called an archive and is none
   */
  BufferedReader open() throws IOException {
    consumed.set(0);
    InputStream bytes = new Counted(Files.newInputStream(file), consumed);
    if (file.toString().endsWith(".gz")) {
      bytes = unpacked(bytes);
    }
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), BUFFER_BYTES);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private InputStream unpacked(InputStream packed) throws IOException {
    try {
      return new GZIPInputStream(packed, BUFFER_BYTES);
    } catch (ZipException e) {
      packed.close();
      throw new UnreadableFileException(file + " ends in .gz and is no gzip archive", e);
    }
  }

  /** The share of the file, as it lies on disk, that has been read; 0 to 1. */
  double shareRead() {
    return length == 0 ? 1 : (double) consumed.get() / length;
  }

  private static final class Counted extends FilterInputStream {

    private final AtomicLong count;

    Counted(InputStream in, AtomicLong count) {
      super(in);
      this.count = count;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      if (value >= 0) {
        count.incrementAndGet();
      }
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
      int got = super.read(buffer, offset, most);
      if (got > 0) {
        count.addAndGet(got);
      }
      return got;
    }
  }
}
