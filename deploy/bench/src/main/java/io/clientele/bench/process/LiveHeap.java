package io.clientele.bench.process;

import io.clientele.local.process.Child;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lives in the heap of a child, a JVM that collects with G1. */
public final class LiveHeap {

  /** As in {@code garbage-first heap total 514048K, used 89601K [0x0000000080000000, ...)}. */
  private static final Pattern USED =
      Pattern.compile("garbage-first heap\\s.*?\\bused (\\d+)K", Pattern.DOTALL);

  private LiveHeap() {}

  /** Its bytes, after a full collection, during which the child stands still. */
  public static long bytes(Child child) throws IOException, InterruptedException {
    ask(child, "GC.run");
    return used(ask(child, "GC.heap_info"));
  }

  static long used(String heapInfo) {
    Matcher used = USED.matcher(heapInfo);
    if (!used.find()) {
      throw new IllegalStateException("jcmd says nothing of G1's heap: " + heapInfo);
    }
    return Long.parseLong(used.group(1)) << 10;
  }

  private static String ask(Child child, String question) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(child.pid()),
                question)
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IOException("jcmd " + question + " failed: " + said);
    }
    return said;
  }
}
