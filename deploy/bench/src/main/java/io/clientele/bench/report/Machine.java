package io.clientele.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a measurement ran on.
 *
 * @param loadAverage of the last minute before it began: above 0.5 somebody else was at work
 */
public record Machine(
    String processor, int cores, long memoryBytes, String jdk, String system, double loadAverage) {

  private static final Pattern MODEL = Pattern.compile("model name\\s*: (.+)");
  private static final Pattern MEMORY = Pattern.compile("MemTotal:\\s+(\\d+) kB");

  /** This one, now. What only Linux tells is unknown elsewhere. */
  public static Machine here() throws IOException {
    return new Machine(
        found(MODEL, "/proc/cpuinfo", "unknown"),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(found(MEMORY, "/proc/meminfo", "0")) * 1024,
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String found(Pattern pattern, String file, String otherwise) throws IOException {
    if (!Files.exists(Path.of(file))) {
      return otherwise;
    }
    Matcher matcher = pattern.matcher(Files.readString(Path.of(file), StandardCharsets.ISO_8859_1));
    return matcher.find() ? matcher.group(1) : otherwise;
  }
}
