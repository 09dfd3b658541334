package io.clientele.local.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.local.load.LineRows.BadLineException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * CDNOW's purchases: customer, date, number of CDs, dollars, in columns of blanks, with or without
 * a header and the sample's own customer number between customer and date. A row is an order.
 */
final class Cdnow implements Format {

  private static final int COLUMNS = 4;
  private static final String PREFIX = "cdnow:";

  private final String currency;

  Cdnow(String currency) {
    this.currency = currency;
  }

  @Override
  public void read(Source source, Rows rows, Calls calls) throws IOException {
    Map<String, Integer> orders = new HashMap<>();
    LineRows.of(
        source,
        rows,
        (number, text) -> {
          String[] columns = text.strip().split("\\s+", -1);
          if (number == 1 && !Character.isDigit(columns[0].charAt(0))) {
            rows.header();
            return;
          }
          int order = orders.merge(columns[0], 1, Integer::sum);
          Call call = call(columns, order);
          rows.at(call.time());
          calls.call(call.from(number));
        });
  }

  private Call call(String[] columns, int order) throws BadLineException {
    if (columns.length != COLUMNS && columns.length != COLUMNS + 1) {
      throw new BadLineException(columns.length + " columns instead of 4 or 5");
    }
    String customer = columns[0];
    int date = columns.length - 3;
    try {
      Instant time =
          LocalDate.parse(columns[date], DateTimeFormatter.BASIC_ISO_DATE)
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant();
      ObjectNode properties =
          Call.object()
              .put("order_id", customer + "-" + order)
              .put("currency", currency)
              .put("revenue", new BigDecimal(columns[date + 2]));
      properties
          .putArray("products")
          .addObject()
          .put("product_id", "cd")
          .put("quantity", Long.parseLong(columns[date + 1]));
      return Call.byCustomer(
          customer, "Order Completed", PREFIX + customer + ":" + order, time, properties);
    } catch (DateTimeException e) {
      throw new BadLineException("unreadable date");
    } catch (NumberFormatException e) {
      throw new BadLineException("unreadable number");
    }
  }
}
