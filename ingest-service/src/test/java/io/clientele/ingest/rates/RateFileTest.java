package io.clientele.ingest.rates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RateFileTest {

  private static final Instant WRITTEN = Instant.parse("2024-01-03T15:00:00Z");
  private static final Instant NOW = WRITTEN.plusSeconds(60);
  private static final LocalDate DAY = LocalDate.parse("2024-01-02");
  private static final String ENVELOPE =
      "<e xmlns='http://www.ecb.int/vocabulary/2002-08-01/eurofxref'><Cube>%s</Cube></e>";

  @TempDir private Path folder;
  private Path path;
  private RateFile file;

  @BeforeEach
  void freshFile() {
    path = folder.resolve("rates");
    file = new RateFile(path);
  }

  @ParameterizedTest
  @CsvSource({"hist.csv, 4", "daily.csv, 1", "hist.xml, 3", "daily.xml, 1"})
  void everyPublishedLayoutIsRead(String name, int days) throws IOException {
    write(published(name), WRITTEN);
    assertThat(file.refresh(NOW)).isEqualTo(new Refresh.Replaced(days));
    assertThat(dollars()).hasValue(new BigDecimal("1.0956"));
    assertThat(file.rates().toBase(BigDecimal.ONE, "EUR", "JPY", DAY))
        .hasValue(new BigDecimal("155.62"));
  }

  @Test
  void currencyThatWasNotQuotedHasNoRate() throws IOException {
    write(published("hist.csv"), WRITTEN);
    file.refresh(NOW);
    assertThat(file.rates().toBase(BigDecimal.ONE, "CYP", "EUR", DAY)).isEmpty();
    assertThat(file.rates().toBase(BigDecimal.ONE, "EUR", "CYP", LocalDate.parse("1999-01-04")))
        .hasValue(new BigDecimal("0.58231"));
  }

  @Test
  void layoutMayHaveWindowsLinesAByteOrderMarkAndNoLastComma() throws IOException {
    write("\uFEFFDate,USD\r\n2024-01-02,1.5\r\n\r\n", WRITTEN);
    assertThat(file.refresh(NOW)).isEqualTo(new Refresh.Replaced(1));
  }

  @Test
  void fileIsReadAgainWhenItHasChangedOnly() throws IOException {
    write("Date,USD\n2024-01-02,1.5\n", WRITTEN);
    file.refresh(NOW);
    assertThat(file.refresh(NOW)).isEqualTo(new Refresh.Unchanged());
    write("Date,USD\n2024-01-02,1.6\n", WRITTEN.plusSeconds(30));
    assertThat(file.refresh(NOW)).isEqualTo(new Refresh.Replaced(1));
    assertThat(dollars()).hasValue(new BigDecimal("1.6"));
  }

  @Test
  void fileWrittenAMomentAgoIsReadOnceMore() throws IOException {
    write("Date,USD\n2024-01-02,1.5\n", WRITTEN);
    file.refresh(WRITTEN);
    write("Date,USD\n2024-01-02,1.6\n", WRITTEN);
    file.refresh(NOW);
    assertThat(dollars()).hasValue(new BigDecimal("1.6"));
    assertThat(file.refresh(NOW)).isEqualTo(new Refresh.Unchanged());
  }

  @Test
  void badFileIsReportedOnceAndTheRatesBeforeItStay() throws IOException {
    write("Date,USD\n2024-01-02,1.5\n", WRITTEN);
    file.refresh(NOW);
    write("Date,USD\n2024-01-02,1.6\n2024-01-03,oops\n", WRITTEN.plusSeconds(30));
    assertThat(file.refresh(NOW))
        .isEqualTo(new Refresh.Faulty(path + ": line 3: the rate of USD is no number"));
    assertThat(file.refresh(NOW)).isEqualTo(new Refresh.Unchanged());
    assertThat(dollars()).hasValue(new BigDecimal("1.5"));
  }

  @Test
  void missingFileIsReportedOnceAndReadWhenItComes() throws IOException {
    assertThat(file.refresh(NOW)).isEqualTo(new Refresh.Faulty(path + ": is not there"));
    assertThat(file.refresh(NOW)).isEqualTo(new Refresh.Unchanged());
    write("Date,USD\n2024-01-02,1.5\n", WRITTEN);
    assertThat(file.refresh(NOW)).isEqualTo(new Refresh.Replaced(1));
  }

  @Test
  void fileAbove64MegabytesIsNotRead() throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
      sparse.setLength(RateFile.MOST_BYTES + 1);
    }
    assertThat(file.refresh(NOW)).isInstanceOf(Refresh.Faulty.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "USD\n1\n",
        "Date\n2024-01-02\n",
        "Date,USD\n",
        "Date,USD\n2024-01-02\n",
        "Date,USD\n2024-01-02,1,2\n",
        "Date,USD\n2024-02-30,1\n",
        "Date,USD\n31 June 2024,1\n",
        "Date,USD\n2 January 24,1\n",
        "Date,USD\n2024-01-02,1\n2024-01-02,2\n",
        "Date,USD\n2024-01-02,\n",
        "Date,USD\n2024-01-02,0\n",
        "Date,USD\n2024-01-02,-1\n",
        "Date,USD\n2024-01-02,NaN\n",
        "Date,USD\n2024-01-02,1e999999999\n",
        "Date,USD\n2024-01-02,\"1\n",
        "Date,usd\n2024-01-02,1\n",
        "Date,EUR\n2024-01-02,1\n",
        "Date,USD,USD\n2024-01-02,1,2\n",
        "PK\u0003\u0004",
      })
  void faultyCsvIsRefusedWithItsLine(String text) throws IOException {
    write(text, WRITTEN);
    assertThat(file.refresh(NOW))
        .isInstanceOfSatisfying(
            Refresh.Faulty.class, faulty -> assertThat(faulty.fault()).contains(": line "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<Cube time='02.01.2024'><Cube currency='USD' rate='1'/></Cube>",
        "<Cube time='2024-01-02'><Cube currency='USD' rate='one'/></Cube>",
        "<Cube time='2024-01-02'><Cube currency='USD'/></Cube>",
        "<Cube time='2024-01-02'><Cube rate='1'/></Cube>",
        "<Cube currency='USD' rate='1'/>",
        "<Cube time='2024-01-02'><Cube currency='USD' rate='1'/></Cube><Cube time='2024-01-02'/>",
        "<Cube time='2024-01-02'><Cube currency='USD' rate='1'/><Cube currency='USD' rate='1'/></Cube>",
        "<Cube time='2024-01-02'><Cube currency='USD' rate='&x;'/></Cube>",
        "<Cube time='2024-01-02'><Cube currency='USD' rate='1'/>",
        "<other time='2024-01-02'/>"
      })
  void faultyXmlIsRefusedWithItsLine(String cubes) throws IOException {
    write(ENVELOPE.formatted(cubes), WRITTEN);
    assertThat(file.refresh(NOW))
        .isInstanceOfSatisfying(
            Refresh.Faulty.class, faulty -> assertThat(faulty.fault()).contains(": line 1: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE e>",
        "<!DOCTYPE e SYSTEM 'http://127.0.0.1:1/e.dtd'>",
        "<!DOCTYPE e [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>",
        "<!DOCTYPE e [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
      })
  void documentTypeIsRefused(String type) throws IOException {
    write(
        type + ENVELOPE.formatted("<Cube time='2024-01-02'><Cube currency='USD' rate='1'/></Cube>"),
        WRITTEN);
    assertThat(file.refresh(NOW))
        .isEqualTo(new Refresh.Faulty(path + ": line 1: a document type is not allowed"));
  }

  @Test
  void everyCutOfAFileIsRefused() throws IOException {
    String whole = published("hist.xml");
    for (int length = 1; length < whole.stripTrailing().length(); length += 7) {
      write(whole.substring(0, length), WRITTEN.plusSeconds(length));
      file.refresh(NOW);
      assertThat(file.rates().days()).isZero();
    }
  }

  private Optional<BigDecimal> dollars() {
    return file.rates().toBase(BigDecimal.ONE, "EUR", "USD", DAY);
  }

  private void write(String text, Instant at) throws IOException {
    Files.writeString(path, text, UTF_8);
    Files.setLastModifiedTime(path, FileTime.from(at));
  }

  private static String published(String name) throws IOException {
    try (InputStream bytes = RateFileTest.class.getResourceAsStream("/rates/" + name)) {
      return new String(bytes.readAllBytes(), UTF_8);
    }
  }
}
