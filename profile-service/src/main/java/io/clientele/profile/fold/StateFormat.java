package io.clientele.profile.fold;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * How a state is written to a store and read back: Smile, binary JSON with the records' own field
 * names, so that a field can be added without rewriting what is stored. Decimals are exact, bytes
 * are raw, a moment is a number of nanoseconds; nulls are left out, which a record's constructor
 * puts back.
 *
 * @param <T> the state's type
 */
public final class StateFormat<T> {

  private static final SmileMapper MAPPER =
      SmileMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(
              new SimpleModule("packed-instants")
                  .addSerializer(Instant.class, new Writer())
                  .addDeserializer(Instant.class, new Reader()))
          .disable(SmileGenerator.Feature.ENCODE_BINARY_AS_7BIT)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final Class<T> type;
  private final ObjectWriter writer;
  private final ObjectReader reader;

  private StateFormat(Class<T> type) {
    this.type = type;
    this.writer = MAPPER.writerFor(type);
    this.reader = MAPPER.readerFor(type);
  }

  /** The format of a state; costs a reflection pass, so keep the result. */
  public static <T> StateFormat<T> of(Class<T> type) {
    return new StateFormat<>(type);
  }

  public byte[] write(T state) {
    try {
      return writer.writeValueAsBytes(state);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a " + type.getSimpleName(), e);
    }
  }

  /** Reads what {@link #write} wrote; anything else is a broken store, for which it fails. */
  public T read(byte[] bytes) {
    try {
      return reader.readValue(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a " + type.getSimpleName(), e);
    }
  }

  /** Nanoseconds since 1970, which a long holds from 1678 to 2262. */
  private static final class Writer extends StdScalarSerializer<Instant> {

    private static final long serialVersionUID = 1;

    Writer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant moment, JsonGenerator smile, SerializerProvider provider)
        throws IOException {
      smile.writeNumber(
          Math.addExact(
              Math.multiplyExact(moment.getEpochSecond(), 1_000_000_000L), moment.getNano()));
    }
  }

  private static final class Reader extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1;

    Reader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser smile, DeserializationContext context)
        throws IOException {
      long nanos = smile.getLongValue();
      return Instant.ofEpochSecond(
          Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
  }
}
