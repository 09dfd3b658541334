package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.local.load.LoadReport;
import io.clientele.local.platform.Service;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A year of a real shop: what the profiles say is what the file adds up to, to the last digit. */
@OnPlatform
@Order(Integer.MAX_VALUE) // its thousands of customers would hide those of other tests
class OnlineRetailIT {

  private static final Path FILE =
      Path.of("../../shared/data/online_retail_2010_2011/online_retail.csv.gz");

  private static final String COMMA_OUTSIDE_QUOTES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

  private static final int INVOICE = 0;
  private static final int QUANTITY = 3;
  private static final int UNIT_PRICE = 5;
  private static final int CUSTOMER = 6;

  /** What one customer's counted rows add up to. */
  private static final class Expected {
    private final Set<String> orders = new HashSet<>();
    private BigDecimal netRevenue = BigDecimal.ZERO;

    void add(String[] row) {
      netRevenue =
          netRevenue.add(new BigDecimal(row[QUANTITY]).multiply(new BigDecimal(row[UNIT_PRICE])));
      if (!row[INVOICE].startsWith("C")) {
        orders.add(row[INVOICE]);
      }
    }
  }

  @Test
  void profilesAddUpToTheFile(RunningPlatform platform) throws IOException {
    assumeTrue(Files.exists(FILE), "skipped: the Online Retail data is not beside the checkout");
    Map<String, Expected> expected = expected();
    Shop shop = new Shop(platform);

    LoadReport report = platform.load(FILE, "online-retail");

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

  /** Reads the file in the plainest way, with nothing of the loader's. */
  private static Map<String, Expected> expected() throws IOException {
    Map<String, Expected> customers = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] row = line.split(line.indexOf('"') < 0 ? "," : COMMA_OUTSIDE_QUOTES, -1);
        if (seen.add(line)
            && !row[CUSTOMER].isEmpty()
            && new BigDecimal(row[UNIT_PRICE]).signum() > 0) {
          customers.computeIfAbsent(row[CUSTOMER], id -> new Expected()).add(row);
        }
      }
    }
    return customers;
  }
}
