package io.clientele.ingest.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.Money;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topics;
import io.clientele.ingest.FakeLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CatalogReaderTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final FakeLog log = new FakeLog();
  private final CatalogReader reader = new CatalogReader(log, "ingest-service", "USD");

  @Test
  void linesAreTakenOneByOneAndTheCutOffOneIsNamed() throws IOException {
    CatalogReceipt receipt =
        take("{\"id\":\"a\",\"price\":2.50}\n\n{\"name\":\"b\"}\n{\"id\":\"c\",\"na");

    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.rejected()).extracting(CatalogReceipt.Rejection::line).containsExactly(3, 4);
    assertThat(receipt.rejected())
        .extracting(CatalogReceipt.Rejection::reason)
        .containsExactly("missing-id", "malformed-json");
    CatalogItem item =
        RecordFormat.of(CatalogItem.class)
            .read(log.on(Topics.CATALOG_ITEMS).get(0).getBytes(UTF_8));
    assertThat(item.price()).isEqualTo(new Money(new BigDecimal("2.5"), "USD"));
  }

  @Test
  void arrayIsTakenUpToWhereItBreaks() throws IOException {
    CatalogReceipt receipt =
        take(" [{\"itemId\":\"a\",\"price\":{\"amount\":\"1\",\"currency\":\"eur\"}},3,{\"it");

    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.rejected())
        .extracting(CatalogReceipt.Rejection::reason)
        .containsExactly("not-an-object", "malformed-json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "\"-0.01\"", "1e40", "\"1e2\"", "\"\"", "true", "{\"amount\":[]}"})
  void priceThatIsNoneIsRefused(String price) throws IOException {
    CatalogReceipt receipt = take("{\"id\":\"a\",\"price\":" + price + "}");

    assertThat(receipt.accepted()).isZero();
    assertThat(receipt.rejected())
        .extracting(CatalogReceipt.Rejection::reason)
        .containsExactly("invalid-money");
  }

  @Test
  void catalogueOfManyChunksIsTakenWhole() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int id = 1; id <= 2_500; id++) {
      lines.append("{\"id\":").append(id).append("}\n");
    }

    assertThat(take(lines.toString())).isEqualTo(new CatalogReceipt(2_500, List.of()));
    assertThat(log.on(Topics.CATALOG_ITEMS)).hasSize(2_500);
  }

  @Test
  void emptyBodyIsAnEmptyCatalogue() throws IOException {
    assertThat(take("").accepted()).isZero();
  }

  @Test
  void whatIsNoCatalogueIsGivenUp() throws IOException {
    CatalogReceipt receipt = take("x\n".repeat(5_000));

    assertThat(receipt.rejected()).hasSize(1_001);
    assertThat(receipt.rejected().get(1_000).reason()).isEqualTo("too-many-faults");
  }

  @Test
  void whatFollowsTheArrayIsNotLostInSilence() throws IOException {
    CatalogReceipt receipt = take("[{\"id\":\"a\"}][{\"id\":\"b\"}]");

    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.rejected())
        .extracting(CatalogReceipt.Rejection::reason)
        .containsExactly("malformed-json");
  }

  @Test
  void itemThatIsTooLargeIsGivenUpWhileItIsRead() throws IOException {
    String large = "{\"id\":\"b\",\"x\":[" + "{},".repeat(400_000) + "{}]}";

    CatalogReceipt lines = take("{\"id\":\"a\"}\n" + large + "\n{\"id\":\"c\"}");
    CatalogReceipt array = take("[{\"id\":\"a\"}," + large + ",{\"id\":\"c\"}]");

    assertThat(lines.accepted()).isEqualTo(2);
    assertThat(lines.rejected())
        .extracting(CatalogReceipt.Rejection::reason)
        .containsExactly("too-large");
    assertThat(array.accepted()).isEqualTo(1);
    assertThat(array.rejected())
        .extracting(CatalogReceipt.Rejection::reason)
        .containsExactly("too-large");
  }

  @Test
  void itemThatNoStoreCanHoldOrPriceIsRefused() throws IOException {
    CatalogReceipt receipt =
        take("{\"id\":\"a\\u0000\"}\n{\"id\":\"b\",\"price\":1,\"currency\":\"XYZ\"}");

    assertThat(receipt.rejected())
        .extracting(CatalogReceipt.Rejection::reason)
        .containsExactly("invalid-id", "unknown-currency");
  }

  @Test
  void byteOrderMarkIsNoPartOfTheCatalogue() throws IOException {
    assertThat(take("\uFEFF[{\"id\":\"a\"}]").accepted()).isEqualTo(1);
    assertThat(take("\uFEFF{\"id\":\"a\"}").accepted()).isEqualTo(1);
  }

  /** As README says of events: no character is replaced in silence. */
  @Test
  void whatIsNotUtf8IsRefused() throws IOException {
    byte[] lines = "{\"id\":\"a\"}\n{\"id\":\"b\",\"name\":\"?\"}\n{\"id\":\"c\"}".getBytes(UTF_8);
    byte[] array = "[{\"id\":\"a\",\"name\":\"?\"},{\"id\":\"c\"}]".getBytes(UTF_8);
    spoil(lines);
    spoil(array);

    CatalogReceipt ofLines = reader.take(new ByteArrayInputStream(lines), NOW);
    CatalogReceipt ofArray = reader.take(new ByteArrayInputStream(array), NOW);

    assertThat(ofLines.accepted()).isEqualTo(2);
    assertThat(ofArray.accepted()).isZero();
    assertThat(List.of(ofLines, ofArray))
        .flatExtracting(CatalogReceipt::rejected)
        .extracting(CatalogReceipt.Rejection::line, CatalogReceipt.Rejection::reason)
        .containsExactly(tuple(2, "malformed-encoding"), tuple(1, "malformed-encoding"));
    assertThat(log.on(Topics.CATALOG_ITEMS)).noneMatch(item -> item.contains("\uFFFD"));
  }

  private static void spoil(byte[] json) {
    for (int at = 0; at < json.length; at++) {
      if (json[at] == '?') {
        json[at] = (byte) 0xE4;
      }
    }
  }

  /** Line, reason and pointer of each. */
  private static List<Tuple> faults(CatalogReceipt... receipts) {
    return Stream.of(receipts)
        .flatMap(receipt -> receipt.rejected().stream())
        .map(fault -> tuple(fault.line(), fault.reason(), fault.pointer()))
        .toList();
  }

  @Test
  void fieldThatIsThereTwiceIsRefusedAndTheNextItemTaken() throws IOException {
    String items = "{\"id\":\"a\",\"x\":[{\"n\":1,\"n\":[{}],\"o\":{}}],\"y\":{}}%s{\"id\":\"b\"}";

    CatalogReceipt lines = take(items.formatted("\n"));
    CatalogReceipt array = take("[{\"id\":\"0\"}," + items.formatted(",") + "]");

    assertThat(lines.accepted()).isEqualTo(1);
    assertThat(array.accepted()).isEqualTo(2);
    assertThat(faults(lines, array))
        .containsExactly(
            tuple(1, "duplicate-field", "/x/0/n"), tuple(2, "duplicate-field", "/x/0/n"));
  }

  @Test
  void numberBeyondAllIsRefusedAndTheNextItemTaken() throws IOException {
    String items = "{\"id\":\"a\",\"x\":[{\"n\":1e2147483648,\"o\":{}}],\"y\":{}}%s{\"id\":\"b\"}";

    CatalogReceipt lines = take(items.formatted("\n"));
    CatalogReceipt array = take("[0e2147483648," + items.formatted(",") + "]");

    assertThat(lines.accepted()).isEqualTo(1);
    assertThat(array.accepted()).isEqualTo(1);
    assertThat(faults(lines, array))
        .containsExactly(
            tuple(1, "invalid-value", "/x/0/n"),
            tuple(1, "invalid-value", ""),
            tuple(2, "invalid-value", "/x/0/n"));
  }

  @Test
  void halfACharacterIsRefused() throws IOException {
    CatalogReceipt receipt =
        take("[{\"id\":\"a\",\"name\":\"\\ud83d\"},{\"id\":\"b\",\"name\":\"\\ud83d\\ude00\"}]");

    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.rejected())
        .extracting(CatalogReceipt.Rejection::reason, CatalogReceipt.Rejection::pointer)
        .containsExactly(tuple("invalid-text", "/name"));
  }

  private CatalogReceipt take(String body) throws IOException {
    return reader.take(new ByteArrayInputStream(body.getBytes(UTF_8)), NOW);
  }
}
