package io.clientele.local.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;

/**
 * Browsing sessions without times: one a line, item ids with spaces between, oldest line first.
 * They take place when {@link SessionTimes} says.
 */
final class Sessions implements Format {

  private final Instant now;

  Sessions(Instant now) {
    this.now = now;
  }

  @Override
  public void read(Source source, Rows rows, Calls calls) throws IOException {
    SessionTimes times = SessionTimes.before(now, lines(source));
    LineRows.of(
        source,
        rows,
        (number, text) -> {
          String[] items = text.strip().split("\\s+", -1);
          for (int position = 0; position < items.length; position++) {
            Instant time = times.at(number, position);
            rows.at(time);
            String session = SessionTimes.id(number);
            calls.call(view(session, position, items[position], time).from(number));
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
