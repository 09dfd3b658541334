package io.clientele.ingest.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.ingest.call.Item;

/** An event whose attributes stood in headers. Not a Java record, since its body is an array. */
final class BinaryEvent implements Item {

  private final byte[] body;
  private final Reading reading;

  /** The event of these attributes with this body as its data. */
  BinaryEvent(Attributes attributes, byte[] body) {
    this.body = body;
    this.reading = CallReading.of(attributes, () -> Data.of(body, attributes));
  }

  @Override
  public Reading read() {
    return reading;
  }

  @Override
  public int sizeBytes() {
    return body.length;
  }

  @Override
  public String text() {
    return new String(body, UTF_8);
  }
}
