package io.clientele.bench.load;

import io.clientele.bench.events.ShopEvent;
import io.clientele.bench.events.ShopEvents;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A file of Segment calls, one a line, a second of history apart; always the same. */
final class EventFile {

  private static final long SEED = 5;
  private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

  private EventFile() {}

  /**
   * Writes events until the file has at least so many bytes.
   *
   * @return the ids that ingest will give them
   */
  static IdSum write(Path file, long bytes) throws IOException {
    ShopEvents events = new ShopEvents(SEED);
    IdSum ids = new IdSum();
    long written = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (long number = 0; written < bytes; number++) {
        ShopEvent event = events.next();
        event.renew(number, ShopEvent.time(BEGIN.plusSeconds(number)));
        out.write(event.json());
        out.write('\n');
        written += event.json().length + 1;
        ids.addNumber(number);
      }
    }
    return ids;
  }
}
