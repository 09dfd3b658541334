package io.clientele.local.load;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Long work shown to a person as a bar, to a log file as a line now and then. */
public final class Progress implements AutoCloseable {

  private static final Duration LINE_EVERY = Duration.ofSeconds(3);

  /** The script knows what Java cannot tell on every version: whether a person looks on. */
  private static final boolean TERMINAL = Boolean.getBoolean("clientele.terminal");

  private final String task;
  private final PrintStream out;
  private final ProgressBar bar;
  private final long begun = System.nanoTime();
  private long nextLine = begun + LINE_EVERY.toNanos();

  /**
   * @param unit what is counted, such as {@code events}
   */
  public Progress(String task, String unit, PrintStream out) {
    this.task = task;
    this.out = out;
    this.bar =
        !TERMINAL
            ? null
            : new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(" " + unit, 1)
                .setInitialMax(1)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .build();
  }

  /**
   * Shows how far the work is.
   *
   * @param total what {@code done} will be in the end, as far as is known
   */
  public synchronized void show(long done, long total) {
    if (bar != null) {
      bar.maxHint(Math.max(done, total));
      bar.stepTo(done);
      return;
    }
    long now = System.nanoTime();
    if (now >= nextLine) {
      nextLine = now + LINE_EVERY.toNanos();
      double seconds = (now - begun) / 1e9;
      double rate = done / seconds;
      out.printf(
          Locale.ROOT,
          "%s: %,d of %,d (%.0f/s%s)%n",
          task,
          done,
          total,
          rate,
          rate == 0 ? "" : ", %.0f s left".formatted(Math.max(0, total - done) / rate));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
