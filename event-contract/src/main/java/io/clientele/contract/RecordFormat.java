package io.clientele.contract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * How one type of record is written to a topic or a store and read back: JSON in UTF-8.
 *
 * @param <T> the record type
 */
public final class RecordFormat<T> {

  private final Class<T> type;
  private final ObjectWriter writer;
  private final ObjectReader reader;

  private RecordFormat(Class<T> type) {
    this.type = type;
    this.writer = Json.mapper().writer();
    this.reader = Json.mapper().readerFor(type);
  }

  /** The format of a record type; costs a reflection pass, so keep the result. */
  public static <T> RecordFormat<T> of(Class<T> type) {
    return new RecordFormat<>(type);
  }

  /** The JSON of a value, in UTF-8. */
  public byte[] write(T value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a " + type.getSimpleName(), e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws MalformedRecordException if the bytes are not JSON or break a rule of the record; never
   *     with the bytes themselves in the message
   */
  public T read(byte[] bytes) {
    try {
      T value = reader.readValue(bytes);
      if (value == null) {
        throw new MalformedRecordException("a " + type.getSimpleName() + " cannot be null", null);
      }
      return value;
    } catch (JacksonException e) {
      throw new MalformedRecordException(
          "not a " + type.getSimpleName() + ": " + MalformedRecordException.reasonOf(e), e);
    } catch (NumberFormatException e) {
      throw new MalformedRecordException(
          "not a " + type.getSimpleName() + ": an exponent beyond what can be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a " + type.getSimpleName(), e);
    }
  }

  /** This format as Kafka clients and state stores take it; a null stays null. */
  public Serde<T> serde() {
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : write(value),
        (topic, bytes) -> bytes == null ? null : read(bytes));
  }
}
