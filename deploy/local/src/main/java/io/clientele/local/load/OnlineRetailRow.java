package io.clientele.local.load;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One counted line of an invoice.
 *
 * @param line where it starts in the file
 * @param customer empty where the shop did not know
 */
record OnlineRetailRow(
    long line,
    String invoice,
    String stockCode,
    String description,
    long quantity,
    Instant time,
    BigDecimal unitPrice,
    String customer) {}
