package io.clientele.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a recorded JVM spent its time, by sampled methods. What the collector and native code take
 * is not among them.
 */
public final class HotFrames {

  private static final String OURS = "io.clientele.";
  private static final int MOST = 25;

  private final Map<String, Long> top = new HashMap<>();
  private final Map<String, Long> ours = new HashMap<>();
  private final Map<String, Long> threads = new HashMap<>();
  private long samples;

  /** The samples of a flight recording. */
  public HotFrames(Path recording) throws IOException {
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (event.getEventType().getName().equals("jdk.ExecutionSample")
            && event.getStackTrace() != null) {
          add(event);
        }
      }
    }
  }

  /**
   * Three tables, the hottest first: threads, methods themselves, our methods with all they call.
   */
  public String text() {
    return table("threads", threads)
        + table("methods, themselves", top)
        + table("our methods, with all that they call", ours);
  }

  private void add(RecordedEvent sample) {
    samples++;
    var frames = sample.getStackTrace().getFrames();
    top.merge(name(frames.get(0)), 1L, Long::sum);
    frames.stream()
        .map(HotFrames::name)
        .filter(name -> name.startsWith(OURS))
        .distinct()
        .forEach(name -> ours.merge(name, 1L, Long::sum));
    String thread =
        sample.getThread("sampledThread") == null
            ? "?"
            : String.valueOf(sample.getThread("sampledThread").getJavaName());
    threads.merge(thread.replaceAll("\\d+", "n"), 1L, Long::sum);
  }

  private static String name(RecordedFrame frame) {
    var method = frame.getMethod();
    return method.getType().getName() + "." + method.getName();
  }

  private String table(String title, Map<String, Long> counts) {
    Function<Map.Entry<String, Long>, String> line =
        entry ->
            String.format(
                Locale.ROOT,
                "  %5.1f %%  %s%n",
                100.0 * entry.getValue() / samples,
                entry.getKey());
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .map(line)
        .collect(Collectors.joining("", title + " (" + samples + " samples)\n", ""));
  }
}
