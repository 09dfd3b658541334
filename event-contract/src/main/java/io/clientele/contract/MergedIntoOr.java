package io.clientele.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/**
 * Reads a record that is either a {@link MergedInto} or something else.
 *
 * @param <T> what both are
 */
sealed class MergedIntoOr<T> extends StdDeserializer<T>
    permits ProfileRecord.Reader, HistoryRecord.Reader {

  private static final long serialVersionUID = 1L;

  private final Class<? extends T> other;

  MergedIntoOr(Class<T> type, Class<? extends T> other) {
    super(type);
    this.other = other;
  }

  @Override
  @SuppressWarnings("unchecked") // both cases are T: MergedInto is permitted by every subclass's T
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    // Through the context, since the parser's own way takes whatever follows for trailing tokens
    // where the record stands inside another.
    JsonNode tree = context.readTree(parser);
    Class<? extends T> type =
        tree.has("mergedInto") ? (Class<? extends T>) MergedInto.class : other;
    return context.readTreeAsValue(tree, type);
  }
}
