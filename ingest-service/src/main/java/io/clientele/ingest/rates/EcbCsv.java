package io.clientele.ingest.rates;

import io.clientele.ingest.clean.ExchangeRates;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads the European Central Bank's CSV: {@code eurofxref-hist.csv} with days as 2024-01-02, and
 * {@code eurofxref.csv} with a day as 02 January 2024. Lines end in a comma, or in the last cell.
 */
final class EcbCsv {

  /** The published line has 41 currencies, about 400 characters. */
  private static final int MOST_CHARACTERS = 10_000;

  private static final String NOT_AVAILABLE = "N/A";

  private static final DateTimeFormatter LONG_DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private final Reader reader;
  private int line;

  private EcbCsv(Reader reader) {
    this.reader = reader;
  }

  /** The table that stands in a buffered text. */
  static ExchangeRates read(Reader reader) throws IOException {
    return new EcbCsv(reader).table();
  }

  private ExchangeRates table() throws IOException {
    List<String> header = nextCells();
    if (header == null || !header.get(0).equals("Date") || header.size() < 2) {
      throw new FaultyRatesException(1, "the header must start with Date and name currencies");
    }
    ExchangeRates.Builder table = new ExchangeRates.Builder();
    boolean empty = true;
    for (List<String> cells = nextCells(); cells != null; cells = nextCells()) {
      if (!cells.equals(List.of(""))) {
        quotation(header, cells).addTo(table);
        empty = false;
      }
    }
    if (empty) {
      throw new FaultyRatesException(line, "there is no day");
    }
    return table.build();
  }

  private Quotation quotation(List<String> header, List<String> cells) throws FaultyRatesException {
    if (cells.size() != header.size()) {
      throw new FaultyRatesException(
          line, cells.size() + " cells under a header of " + header.size());
    }
    Quotation quotation = new Quotation(day(cells.get(0)), line);
    for (int cell = 1; cell < cells.size(); cell++) {
      if (!cells.get(cell).equals(NOT_AVAILABLE)) {
        quotation.add(header.get(cell), cells.get(cell));
      }
    }
    return quotation;
  }

  private LocalDate day(String text) throws FaultyRatesException {
    try {
      return text.indexOf(' ') < 0 ? LocalDate.parse(text) : LocalDate.parse(text, LONG_DAY);
    } catch (DateTimeParseException e) {
      throw new FaultyRatesException(line, "the day is neither 2024-01-02 nor 02 January 2024");
    }
  }

  /** The cells of the next line, stripped, without the empty one behind the last comma. */
  private List<String> nextCells() throws IOException {
    StringBuilder text = new StringBuilder();
    line++;
    int next = reader.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (text.length() == MOST_CHARACTERS) {
        throw new FaultyRatesException(line, "longer than " + MOST_CHARACTERS + " characters");
      }
      text.append((char) next);
      next = reader.read();
    }
    String stripped = text.toString().strip();
    String whole = stripped.endsWith(",") ? stripped.substring(0, stripped.length() - 1) : stripped;
    return Arrays.stream(whole.split(",", -1)).map(String::strip).toList();
  }
}
