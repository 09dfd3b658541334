package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.local.load.LoadReport;
import io.clientele.local.platform.Service;
import io.clientele.testing.OnlineRetail;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A year of a real shop: what the profiles say is what the file adds up to, to the last digit. */
@OnPlatform
@Isolated("it keeps the machine busy, and its thousands of customers would hide those of others")
class OnlineRetailIT {

  /** What one customer's counted rows add up to. */
  private static final class Expected {
    private final Set<String> orders = new HashSet<>();
    private BigDecimal netRevenue = BigDecimal.ZERO;

    void add(OnlineRetail.Row row) {
      netRevenue = netRevenue.add(row.amount());
      if (!row.isReturn()) {
        orders.add(row.invoice());
      }
    }
  }

  @Test
  void profilesAddUpToTheFile(RunningPlatform platform) throws IOException {
    Map<String, Expected> expected = expected();
    Shop shop = new Shop(platform);

    LoadReport report = platform.load(OnlineRetail.file(), "online-retail");

    System.out.print(report.text());
    assertThat(expected).hasSize(4371);
    BigDecimal total = BigDecimal.ZERO;
    for (Map.Entry<String, Expected> customer : expected.entrySet()) {
      JsonNode purchases = shop.profile(customer.getKey()).body().at("/purchases");
      assertThat(purchases.at("/netRevenue/amount").decimalValue())
          .as("net revenue of %s", customer.getKey())
          .isEqualByComparingTo(customer.getValue().netRevenue);
      assertThat(purchases.at("/orders").asInt())
          .as("orders of %s", customer.getKey())
          .isEqualTo(customer.getValue().orders.size());
      total = total.add(purchases.at("/netRevenue/amount").decimalValue());
    }
    assertThat(total).isEqualByComparingTo("8278519.424");
    JsonNode summary = shop.get(Service.LIFECYCLE, "/v1/lifecycle/summary").body();
    assertThat(
            StreamSupport.stream(summary.at("/states").spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .sum())
        .isEqualTo(summary.at("/known").asLong())
        .isGreaterThanOrEqualTo(expected.size());
  }

  private static Map<String, Expected> expected() throws IOException {
    Map<String, Expected> customers = new TreeMap<>();
    OnlineRetail.forEachRow(
        row -> customers.computeIfAbsent(row.customer(), id -> new Expected()).add(row));
    return customers;
  }
}
