package io.clientele.bench.process;

import io.clientele.local.process.Child;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the operating system and the JVM's own log say about a child. */
public final class ProcessFigures {

  /** proc(5): the most memory that was ever resident, in kB. */
  private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  /** As in {@code Pause Young (Allocation Failure) 51M->3M(247M) 2.1ms}. */
  private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");

  private ProcessFigures() {}

  /** The most memory that was ever resident; -1 where there is no {@code /proc}. */
  public static long peakResidentBytes(Child child) throws IOException {
    Path status = Path.of("/proc", Long.toString(child.pid()), "status");
    if (!Files.exists(status)) {
      return -1;
    }
    Matcher peak = RESIDENT.matcher(Files.readString(status, StandardCharsets.ISO_8859_1));
    return peak.find() ? Long.parseLong(peak.group(1)) * 1024 : -1;
  }

  /** The processor time that it has used so far. */
  public static Duration cpu(Child child) {
    return child.process().flatMap(process -> process.info().totalCpuDuration()).orElseThrow();
  }

  /** The fullest heap that a collection found, to a mebibyte, from a log of {@code -Xlog:gc}. */
  public static long peakHeapBytes(Path collections) throws IOException {
    try (var lines = Files.lines(collections)) {
      return lines
          .map(COLLECTION::matcher)
          .filter(Matcher::find)
          .mapToLong(collection -> Long.parseLong(collection.group(1)) << 20)
          .max()
          .orElse(0);
    }
  }
}
