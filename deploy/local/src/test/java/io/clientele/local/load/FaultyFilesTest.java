package io.clientele.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FaultyFilesTest {

  private static final String CALL =
      "{\"type\":\"track\",\"event\":\"X\",\"userId\":\"u\",\"messageId\":\"%d\"}";

  @TempDir private Path directory;

  @Test
  void plainFileThatIsCalledAnArchiveIsRefusedWhole() throws Exception {
    Path file = Recorded.file(directory, "calls.gz", CALL.formatted(1));

    assertThatThrownBy(() -> Recorded.of(new SegmentCalls(), file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("no gzip archive");
  }

  @Test
  void damagedArchiveIsCalledDamagedNotTruncated() throws Exception {
    Path file = packed(1_000);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 8] ^= 1; // the checksum
    Files.write(file, bytes);

    Recorded recorded = Recorded.of(new SegmentCalls(), file);

    assertThat(recorded.rows.fault()).get().asString().contains("damaged");
  }

  @Test
  void everyWholeLineOfATruncatedArchiveIsTaken() throws Exception {
    Path file = packed(20_000);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    Recorded recorded = Recorded.of(new SegmentCalls(), file);

    assertThat(recorded.calls).isNotEmpty();
    assertThat(recorded.rows.fault())
        .get()
        .asString()
        .contains("in the middle of line " + (recorded.calls.size() + 1) + ";");
  }

  @Test
  void whatIsNoCsvIsRefusedWithItsLine() throws Exception {
    String endless = "x".repeat(20_000_000);
    Path file =
        Recorded.file(
            directory,
            "f.csv",
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
            "1,A,ANT,2,2011-01-01 10:01:00,1,1,UK",
            "2,A," + endless);

    assertThatThrownBy(() -> Recorded.of(new OnlineRetail("USD"), file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("after line 2");
  }

  private Path packed(int calls) throws Exception {
    String text =
        IntStream.range(0, calls)
            .mapToObj(CALL::formatted)
            .collect(Collectors.joining("\n", "", "\n"));
    return Recorded.packed(directory, "calls.gz", text);
  }
}
