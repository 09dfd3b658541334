package io.clientele.ingest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what a class says in the log that is a warning or worse. */
public final class HeardLog implements AutoCloseable {

  private final Logger logger;
  private final List<LogRecord> heard = new CopyOnWriteArrayList<>();
  private final Handler handler = new Hearing();

  /** From now on; to be closed. */
  public HeardLog(Class<?> speaker) {
    this.logger = Logger.getLogger(speaker.getName());
    logger.addHandler(handler);
  }

  /** As their loggers name them, in their order. */
  public List<String> levels() {
    return heard.stream().map(record -> record.getLevel().getName()).toList();
  }

  /** What was said, in its order. */
  public List<String> messages() {
    return heard.stream().map(HeardLog::text).toList();
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }

  private static String text(LogRecord record) {
    return record.getParameters() == null
        ? record.getMessage()
        : record.getMessage().formatted(record.getParameters());
  }

  private final class Hearing extends Handler {

    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
        heard.add(record);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
