package io.clientele.ingest.quarantine;

import io.clientele.contract.RejectedEvent;
import java.time.Instant;

/** Orders in euros, which a platform in dollars without rates cannot take. */
public final class RefusedOrders {

  private RefusedOrders() {}

  /** One of Ada's in the shop; its rejection's id is {@code r-} and the message's. */
  public static RejectedEvent order(String messageId, Instant rejectedAt) {
    return new RejectedEvent(
        "r-" + messageId,
        "ingest-service",
        "shop",
        "missing-rate",
        "/properties/currency",
        "no rate",
        "POST /v1/track",
        messageId,
        "ada",
        """
        {"userId":"ada","event":"Order Completed","messageId":"%s",
         "properties":{"order_id":"o-1","revenue":10,"currency":"EUR"}}"""
            .formatted(messageId),
        null,
        "utf-8",
        rejectedAt,
        null);
  }
}
