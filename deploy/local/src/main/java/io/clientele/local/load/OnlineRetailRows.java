package io.clientele.local.load;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The counted rows of an Online Retail file: each once, with a price, complete. */
final class OnlineRetailRows {

  private static final List<String> COLUMNS =
      List.of(
          "InvoiceNo",
          "StockCode",
          "Description",
          "Quantity",
          "InvoiceDate",
          "UnitPrice",
          "CustomerID",
          "Country");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");
  private static final String SEPARATOR = "\u001f";

  private final Source source;
  private final Rows rows;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, String> shared = new HashMap<>();
  private String lastDate = "";
  private Instant lastTime;

  OnlineRetailRows(Source source, Rows rows) {
    this.source = source;
    this.rows = rows;
  }

  void forEach(Consumer<OnlineRetailRow> counted) throws IOException {
    CsvRows.of(source, COLUMNS, rows, (line, fields) -> take(line, fields, counted));
  }

  private void take(long line, List<String> fields, Consumer<OnlineRetailRow> counted)
      throws IOException {
    OnlineRetailRow row;
    try {
      row = row(line, fields);
    } catch (NumberFormatException e) {
      rows.rejected(line, "unreadable number");
      return;
    } catch (DateTimeException e) {
      rows.rejected(line, "unreadable InvoiceDate");
      return;
    }
    rows.at(row.time());
    if (!seen.add(String.join(SEPARATOR, fields))) {
      rows.duplicate();
    } else if (row.invoice().isEmpty()) {
      rows.rejected(line, "no InvoiceNo");
    } else if (row.stockCode().isEmpty()) {
      rows.rejected(line, "no StockCode");
    } else if (row.unitPrice().signum() <= 0) {
      rows.rejected(line, "UnitPrice not above 0");
    } else {
      counted.accept(row);
    }
  }

  private OnlineRetailRow row(long line, List<String> fields) {
    return new OnlineRetailRow(
        line,
        shared(fields.get(0)),
        shared(fields.get(1)),
        shared(fields.get(2)),
        Long.parseLong(fields.get(3).strip()),
        time(fields.get(4)),
        new BigDecimal(fields.get(5).strip()),
        shared(customer(fields.get(6))));
  }

  /** Half a million rows hold some ten thousand different texts. */
  private String shared(String text) {
    return shared.computeIfAbsent(text.strip(), same -> same);
  }

  /** Spreadsheets turn the number into 17850.0. */
  private static String customer(String text) {
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private Instant time(String text) {
    if (!text.equals(lastDate)) {
      lastTime = LocalDateTime.parse(text.strip(), DATE).toInstant(ZoneOffset.UTC);
      lastDate = text;
    }
    return lastTime;
  }
}
