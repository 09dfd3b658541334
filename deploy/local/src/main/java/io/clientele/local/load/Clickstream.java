package io.clientele.local.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.local.load.LineRows.BadLineException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A click a line, as Taobao publishes them: user, item, category, behaviour (pv, cart, fav, buy)
 * and Unix seconds. What a purchase cost is unknown: it is an order of nothing.
 */
final class Clickstream implements Format {

  private static final int COLUMNS = 5;

  private final String currency;

  Clickstream(String currency) {
    this.currency = currency;
  }

  @Override
  public void read(Source source, Rows rows, Calls calls) throws IOException {
    LineRows.of(
        source,
        rows,
        (number, text) -> {
          Call call = call(text.strip().split(",", -1));
          rows.at(call.time());
          calls.call(call.from(number));
        });
  }

  private Call call(String[] columns) throws BadLineException {
    if (columns.length != COLUMNS) {
      throw new BadLineException(columns.length + " columns instead of " + COLUMNS);
    }
    String user = columns[0];
    String behaviour = columns[3].toLowerCase(Locale.ROOT);
    String key = String.join(":", List.of(user, columns[1], behaviour, columns[4]));
    ObjectNode product = Call.object().put("product_id", columns[1]).put("category", columns[2]);
    String messageId = "clickstream:" + key;
    Instant time = time(columns[4]);
    return switch (behaviour) {
      case "pv" -> Call.byCustomer(user, "Product Viewed", messageId, time, product);
      case "cart" -> Call.byCustomer(user, "Product Added", messageId, time, product);
      case "fav" -> Call.byCustomer(user, "Product Added to Wishlist", messageId, time, product);
      case "buy" -> {
        ObjectNode order =
            Call.object()
                .put("order_id", key)
                .put("currency", currency)
                .put("revenue", BigDecimal.ZERO);
        order.putArray("products").add(product);
        yield Call.byCustomer(user, "Order Completed", messageId, time, order);
      }
      default -> throw new BadLineException("unknown behaviour");
    };
  }

  private static Instant time(String seconds) throws BadLineException {
    try {
      return Instant.ofEpochSecond(Long.parseLong(seconds));
    } catch (NumberFormatException | DateTimeException e) {
      throw new BadLineException("unreadable time");
    }
  }
}
