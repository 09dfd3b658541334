package io.clientele.local.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipException;

/** The rows of a CSV file with a header, told apart from what is no whole row. */
final class CsvRows {

  /** Takes a row's fields, in the order of the columns asked for. */
  @FunctionalInterface
  interface Row {
    void take(long line, List<String> fields) throws IOException;
  }

  private CsvRows() {}

  /**
   * Hands on every whole row.
   *
   * @throws UnreadableFileException if a column is missing, or what follows a row is no CSV
   */
  static void of(Source source, List<String> columns, Rows rows, Row row) throws IOException {
    long line = 0;
    try (BufferedReader reader = source.open();
        CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(reader)) {
      Iterator<CsvRecord> iterator = records.iterator();
      if (!iterator.hasNext()) {
        throw new UnreadableFileException(source.file() + " is empty");
      }
      List<String> header = iterator.next().getFields();
      int[] places = places(source, header, columns);
      line = 1;
      while (iterator.hasNext()) {
        CsvRecord record = iterator.next();
        line = record.getStartingLineNumber();
        rows.read();
        if (record.getFieldCount() == header.size()) {
          row.take(line, fields(record, places));
        } else if (iterator.hasNext()) {
          rows.rejected(line, record.getFieldCount() + " fields instead of " + header.size());
        } else {
          rows.rejected(line, "truncated");
          rows.truncated(line);
        }
      }
    } catch (EOFException e) {
      rows.truncated(line + 1);
    } catch (ZipException e) {
      rows.corrupt(line + 1);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof EOFException) {
        rows.truncated(line + 1);
      } else if (e.getCause() instanceof ZipException) {
        rows.corrupt(line + 1);
      } else {
        throw e;
      }
    } catch (CsvParseException e) {
      throw new UnreadableFileException(
          "%s, after line %d: %s".formatted(source.file(), line, e.getMessage()), e);
    }
  }

  private static int[] places(Source source, List<String> header, List<String> columns) {
    List<String> missing = new ArrayList<>(columns);
    missing.removeAll(header);
    if (!missing.isEmpty()) {
      throw new UnreadableFileException(
          "%s, line 1: no column %s; the header is %s"
              .formatted(source.file(), String.join(", ", missing), String.join(",", header)));
    }
    return columns.stream().mapToInt(header::indexOf).toArray();
  }

  private static List<String> fields(CsvRecord record, int[] places) {
    List<String> fields = new ArrayList<>(places.length);
    for (int place : places) {
      fields.add(record.getField(place));
    }
    return fields;
  }
}
