package io.clientele.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A year of a real shop, read in the plainest way, with nothing of the loader's. */
public final class OnlineRetail {

  private static final Path FILE =
      Path.of("../../shared/data/online_retail_2010_2011/online_retail.csv.gz");

  private static final String COMMA_OUTSIDE_QUOTES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

  private OnlineRetail() {}

  /**
   * One line of an invoice.
   *
   * @param quantity below zero for what was given back
   */
  public record Row(
      String invoice,
      String product,
      String description,
      BigDecimal quantity,
      Instant at,
      BigDecimal unitPrice,
      String customer) {

    /** Whether the invoice is of something given back. */
    public boolean isReturn() {
      return invoice.startsWith("C");
    }

    /** What it costs, in pounds; below zero for what was given back. */
    public BigDecimal amount() {
      return quantity.multiply(unitPrice);
    }

    private static Row of(String line) {
      String[] row = line.split(line.indexOf('"') < 0 ? "," : COMMA_OUTSIDE_QUOTES, -1);
      return new Row(
          row[0],
          row[1],
          row[2],
          new BigDecimal(row[3]),
          Instant.parse(row[4].replace(' ', 'T') + "Z"),
          new BigDecimal(row[5]),
          row[6]);
    }

    private boolean counts() {
      return !customer.isEmpty() && unitPrice.signum() > 0;
    }
  }

  /** The file beside the checkout; a test is skipped where there is none. */
  public static Path file() {
    assumeTrue(Files.exists(FILE), "skipped: the Online Retail data is not beside the checkout");
    return FILE;
  }

  /** Every row that is a known customer's and has a price, once. */
  public static void forEachRow(Consumer<Row> reader) throws IOException {
    Set<String> seen = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file())), UTF_8))) {
      lines.readLine();
      lines.lines().filter(seen::add).map(Row::of).filter(Row::counts).forEach(reader);
    }
  }
}
