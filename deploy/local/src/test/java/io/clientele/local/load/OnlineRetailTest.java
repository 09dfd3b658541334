package io.clientele.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OnlineRetailTest {

  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

  @TempDir private Path directory;

  @Test
  void rowsOfOneInvoiceAreOneOrderAtTheEarliestOfTheirTimesWhereverTheyStand() throws Exception {
    Recorded recorded =
        read(
            "1,A,ANT,2,2011-01-01 10:01:00,1.005,17850,UK",
            "2,B,BEE,1,2011-01-01 10:05:00,3,17851,UK",
            "1,B,BEE,3,2011-01-01 10:00:00,0.001,17850,UK");

    Call order = recorded.calls.get(0);
    assertThat(recorded.calls).hasSize(2);
    assertThat(order.time()).isEqualTo(Instant.parse("2011-01-01T10:00:00Z"));
    assertThat(order.body())
        .hasToString(
            "{\"type\":\"track\",\"event\":\"Order Completed\",\"messageId\":\"online-retail:1\","
                + "\"userId\":\"17850\",\"properties\":{\"currency\":\"GBP\",\"order_id\":\"1\","
                + "\"revenue\":2.013,\"products\":["
                + "{\"product_id\":\"A\",\"price\":1.005,\"quantity\":2},"
                + "{\"product_id\":\"B\",\"price\":0.001,\"quantity\":3}]}}");
  }

  @Test
  void identicalRowsCountOnceAndRowsWithoutAPriceAreRejected() throws Exception {
    Recorded recorded =
        read(
            "1,A,ANT,2,2011-01-01 10:01:00,1,17850,UK",
            "1,A,ANT,2,2011-01-01 10:01:00,1,17850,UK",
            "1,A,ANT,2,2011-01-01 10:01:00,1,17850,France",
            "1,B,,2,2011-01-01 10:01:00,0,17850,UK",
            "1,B,,2,2011-01-01 10:01:00,-3,17850,UK",
            "1,B,,two,2011-01-01 10:01:00,1,17850,UK",
            "1,B,,2,soon,1,17850,UK");

    assertThat(recorded.rows.rowsRead()).isEqualTo(7);
    assertThat(recorded.rows.duplicates()).isEqualTo(1);
    assertThat(recorded.rows.counted()).isEqualTo(2);
    assertThat(recorded.rows.rejectedByReason())
        .isEqualTo(
            Map.of(
                "UnitPrice not above 0",
                2L,
                "unreadable number",
                1L,
                "unreadable InvoiceDate",
                1L));
    assertThat(Files.readString(directory.resolve("rejected")))
        .isEqualTo(
            """
            line,messageId,reason
            5,,UnitPrice not above 0
            6,,UnitPrice not above 0
            7,,unreadable number
            8,,unreadable InvoiceDate
            """);
    assertThat(recorded.calls.get(0).body().at("/properties/revenue").decimalValue())
        .isEqualByComparingTo("4");
  }

  @Test
  void cancelledInvoiceIsARefundWithAPositiveTotalAndNoOrder() throws Exception {
    Recorded recorded = read("C7,A,ANT,-2,2011-01-01 10:01:00,1.5,17850,UK");

    assertThat(recorded.calls.get(0).body().path("event").asText()).isEqualTo("Order Refunded");
    assertThat(recorded.calls.get(0).body().path("properties"))
        .hasToString(
            "{\"currency\":\"GBP\",\"total\":3.0,"
                + "\"products\":[{\"product_id\":\"A\",\"price\":1.5,\"quantity\":2}]}");
  }

  @Test
  void invoiceWithoutACustomerBelongsToAShopperOfItsOwn() throws Exception {
    Recorded recorded =
        read("1,A,ANT,2,2011-01-01 10:01:00,1,,UK", "2,A,ANT,2,2011-01-01 10:01:00,1,,UK");

    assertThat(recorded.calls)
        .extracting(call -> call.body().path("anonymousId").asText())
        .containsExactly("online-retail:1", "online-retail:2");
    assertThat(recorded.calls).noneMatch(call -> call.body().has("userId"));
  }

  @Test
  void stockCodesAreTheCatalogue() throws Exception {
    Recorded recorded =
        read(
            "1,A,ANT,2,2011-01-01 10:01:00,1,1,UK",
            "2,A,,2,2011-01-01 10:02:00,1,1,UK",
            "3,B,\"BEE, BIG\",2,2011-01-01 10:03:00,1,1,UK");

    assertThat(recorded.items)
        .extracting(Object::toString)
        .containsExactly(
            "{\"itemId\":\"A\",\"name\":\"ANT\"}", "{\"itemId\":\"B\",\"name\":\"BEE, BIG\"}");
  }

  @Test
  void missingColumnsAreNamedAndNothingIsHandedOn() throws Exception {
    Path file = Recorded.file(directory, "f.csv", "InvoiceNo,StockCode,Quantity", "1,A,2");

    assertThatThrownBy(() -> Recorded.of(new OnlineRetail("GBP"), file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("line 1: no column Description, InvoiceDate, UnitPrice");
  }

  @Test
  void truncatedLastRowIsNamedAndTheRowsBeforeItAreTaken() throws Exception {
    Recorded recorded = read("1,A,ANT,2,2011-01-01 10:01:00,1,1,UK", "2,A,ANT,2,2011-01-0");

    assertThat(recorded.calls).hasSize(1);
    assertThat(recorded.rows.fault()).get().asString().contains("in the middle of line 3");
  }

  @Test
  void truncatedArchiveIsNamedAndTheRowsBeforeItAreTaken() throws Exception {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (int invoice = 0; invoice < 20_000; invoice++) {
      text.append(invoice)
          .append(",A,ANT,")
          .append(invoice * 7_919L % 1_000)
          .append(",2011-01-01 10:01:00,1,1,UK\n");
    }
    Path file = Recorded.packed(directory, "f.csv.gz", text.toString());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    Recorded recorded = Recorded.of(new OnlineRetail("GBP"), file);

    assertThat(recorded.calls).hasSizeBetween(1, 19_999);
    assertThat(recorded.rows.fault()).isPresent();
  }

  private Recorded read(String... rows) throws IOException {
    String text = HEADER + "\n" + String.join("\n", rows) + "\n";
    return Recorded.of(new OnlineRetail("GBP"), Recorded.packed(directory, "f.csv.gz", text));
  }
}
