package io.clientele.local.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * UCI's Online Retail: a row is a line of an invoice. Rows of one invoice need not stand together,
 * so the whole file is held until its end.
 */
final class OnlineRetail implements Format {

  private static final String PREFIX = "online-retail:";
  private static final String REFUND_PREFIX = "C";

  private final String currency;

  OnlineRetail(String currency) {
    this.currency = currency;
  }

  @Override
  public void read(Source source, Rows rows, Calls calls) throws IOException {
    Map<String, Invoice> invoices = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    new OnlineRetailRows(source, rows)
        .forEach(
            row -> {
              invoices.computeIfAbsent(row.invoice(), Invoice::new).add(row);
              if (!row.description().isEmpty()) {
                names.put(row.stockCode(), row.description());
              } else {
                names.putIfAbsent(row.stockCode(), row.stockCode());
              }
            });
    calls.expect(invoices.size());
    for (Map.Entry<String, String> item : names.entrySet()) {
      calls.item(Call.object().put("itemId", item.getKey()).put("name", item.getValue()));
    }
    for (Invoice invoice : invoices.values()) {
      calls.call(call(invoice).from(invoice.rows.get(0).line()));
    }
  }

  @Override
  public boolean readsAllFirst() {
    return true;
  }

  private Call call(Invoice invoice) {
    String number = invoice.number;
    String messageId = PREFIX + number;
    boolean refund = number.startsWith(REFUND_PREFIX);
    ObjectNode properties = Call.object().put("currency", currency);
    if (refund) {
      properties.put("total", invoice.amount.negate());
    } else {
      properties.put("order_id", number).put("revenue", invoice.amount);
    }
    ArrayNode products = properties.putArray("products");
    for (OnlineRetailRow row : invoice.rows) {
      products
          .addObject()
          .put("product_id", row.stockCode())
          .put("price", row.unitPrice())
          .put("quantity", refund ? -row.quantity() : row.quantity());
    }
    String event = refund ? "Order Refunded" : "Order Completed";
    return invoice.customer.isEmpty()
        ? Call.byDevice(PREFIX + number, event, messageId, invoice.time, properties)
        : Call.byCustomer(invoice.customer, event, messageId, invoice.time, properties);
  }

  private static final class Invoice {

    private final String number;
    private final List<OnlineRetailRow> rows = new ArrayList<>();
    private String customer = "";
    private Instant time;
    private BigDecimal amount = BigDecimal.ZERO;

    Invoice(String number) {
      this.number = number;
    }

    void add(OnlineRetailRow row) {
      rows.add(row);
      amount = amount.add(row.unitPrice().multiply(BigDecimal.valueOf(row.quantity())));
      if (time == null || row.time().isBefore(time)) {
        time = row.time();
      }
      if (customer.isEmpty()) {
        customer = row.customer();
      }
    }
  }
}
