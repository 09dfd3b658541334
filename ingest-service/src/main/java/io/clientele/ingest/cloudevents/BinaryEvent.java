package io.clientele.ingest.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.Fault;
import io.clientele.ingest.call.Item;
import java.util.Optional;

/** An event whose attributes stood in headers. Not a Java record, since its body is an array. */
final class BinaryEvent implements Item {

  private final byte[] body;
  private final Reading reading;

  /** The event of these attributes with this body as its data. */
  BinaryEvent(Attributes attributes, byte[] body) {
    this.body = body;
    this.reading = Reading.of(attributes, () -> Data.of(body, attributes));
  }

  @Override
  public JsonNode node() {
    return reading.draft().call();
  }

  @Override
  public int sizeBytes() {
    return body.length;
  }

  @Override
  public String text() {
    return new String(body, UTF_8);
  }

  @Override
  public Optional<Fault> fault() {
    return Optional.ofNullable(reading.fault());
  }

  @Override
  public String placeOf(String pointer) {
    return reading.draft().placeOf(pointer);
  }
}
