package io.clientele.contract;

import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * What stands under an id that is no longer a customer of its own.
 *
 * @param customerId the id that was merged
 * @param mergedInto where to look instead; may itself be merged into another
 */
@JsonDeserialize(using = JsonDeserializer.None.class)
public record MergedInto(String customerId, String mergedInto)
    implements ProfileRecord, HistoryRecord {

  public MergedInto {
    Require.text(customerId, "customerId");
    Require.text(mergedInto, "mergedInto");
    Require.that(!customerId.equals(mergedInto), "an id cannot be merged into itself");
  }
}
