package io.clientele.local.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Browsing sessions without times: one a line, item ids with spaces between, oldest line first.
 * They are spread evenly over a week that ended long enough ago for every session to be over.
 */
final class Sessions implements Format {

  private static final Duration SPREAD = Duration.ofDays(7);
  private static final Duration ENDED_AGO = Duration.ofHours(2);
  private static final Duration STEP = Duration.ofSeconds(10);

  private final Instant now;

  Sessions(Instant now) {
    this.now = now;
  }

  @Override
  public void read(Source source, Rows rows, Calls calls) throws IOException {
    long lines = lines(source);
    Instant begin = now.minus(ENDED_AGO).minus(SPREAD);
    LineRows.of(
        source,
        rows,
        (number, text) -> {
          Instant start = begin.plusMillis(SPREAD.toMillis() * (number - 1) / lines);
          String[] items = text.strip().split("\\s+", -1);
          for (int position = 0; position < items.length; position++) {
            Instant time = start.plus(STEP.multipliedBy(position));
            rows.at(time);
            calls.call(view("s" + number, position, items[position], time).from(number));
          }
        });
  }

  private static Call view(String session, int position, String item, Instant time) {
    ObjectNode properties = Call.object().put("product_id", item);
    String messageId = "sessions:" + session + ":" + position;
    Call call = Call.byDevice(session, "Product Viewed", messageId, time, properties);
    call.body().putObject("context").put("sessionId", session);
    return call;
  }

  private static long lines(Source source) throws IOException {
    Rows unread = new Rows(null);
    long[] last = {0};
    LineRows.of(source, unread, (number, text) -> last[0] = number);
    return last[0];
  }
}
