package io.clientele.bench.http;

import io.clientele.bench.events.ShopEvent;
import io.clientele.bench.events.ShopEvents;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Posts of events that nobody has sent before. Each connection goes round its own rendered
 * requests; only numbers and times are written anew, so that the client costs next to nothing.
 */
public final class EventRequests implements Requests {

  private final List<List<Rendered>> rings = new ArrayList<>();
  private final int[] positions;
  private final AtomicLong numbers;
  private final Clock clock;

  /**
   * What is sent, and by how many.
   *
   * @param numbers gives every event its number
   * @param batch events a request; 1 makes single {@code track} calls
   * @param eventsEach how many different events a connection has
   */
  public record Plan(
      ShopEvents events,
      AtomicLong numbers,
      String writeKey,
      int connections,
      int batch,
      int eventsEach) {}

  public EventRequests(Plan plan, Clock clock) {
    this.numbers = plan.numbers();
    this.clock = clock;
    this.positions = new int[plan.connections()];
    for (int connection = 0; connection < plan.connections(); connection++) {
      List<Rendered> ring = new ArrayList<>();
      for (int request = 0; request < Math.max(1, plan.eventsEach() / plan.batch()); request++) {
        ring.add(plan.batch() == 1 ? single(plan) : batch(plan));
      }
      rings.add(ring);
    }
  }

  @Override
  public byte[] next(int connection) {
    List<Rendered> ring = rings.get(connection);
    Rendered rendered = ring.get(positions[connection]);
    positions[connection] = (positions[connection] + 1) % ring.size();
    rendered.renew(numbers, ShopEvent.time(clock.instant()));
    return rendered.bytes;
  }

  private static Rendered single(Plan plan) {
    Rendered rendered = new Rendered();
    rendered.body.writeBytes(ascii("{\"sentAt\":\""));
    rendered.time();
    rendered.body.writeBytes(ascii("\","));
    // The rest of the event's object: all but its first bracket.
    rendered.event(plan.events().nextTracked(), 1);
    return rendered.end("/v1/track", plan.writeKey());
  }

  private static Rendered batch(Plan plan) {
    Rendered rendered = new Rendered();
    rendered.body.writeBytes(ascii("{\"batch\":["));
    for (int position = 0; position < plan.batch(); position++) {
      if (position > 0) {
        rendered.body.write(',');
      }
      rendered.event(plan.events().next(), 0);
    }
    rendered.body.writeBytes(ascii("],\"sentAt\":\""));
    rendered.time();
    rendered.body.writeBytes(ascii("\"}"));
    return rendered.end("/v1/batch", plan.writeKey());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static final class Rendered {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final List<int[]> numberOffsets = new ArrayList<>();
    private final List<Integer> timeOffsets = new ArrayList<>();
    private byte[] bytes = {};

    void time() {
      timeOffsets.add(body.size());
      body.writeBytes(new byte[ShopEvent.TIME_BYTES]);
    }

    void event(ShopEvent event, int from) {
      int shift = body.size() - from;
      int[] numbers = event.numberOffsets();
      for (int position = 0; position < numbers.length; position++) {
        numbers[position] += shift;
      }
      numberOffsets.add(numbers);
      timeOffsets.add(event.timeOffset() + shift);
      body.write(event.json(), from, event.json().length - from);
    }

    Rendered end(String path, String writeKey) {
      byte[] head =
          ascii(
              "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic %s\r\n"
                      .formatted(path, Base64.getEncoder().encodeToString(ascii(writeKey + ":")))
                  + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                      .formatted(body.size()));
      bytes = new byte[head.length + body.size()];
      System.arraycopy(head, 0, bytes, 0, head.length);
      System.arraycopy(body.toByteArray(), 0, bytes, head.length, body.size());
      for (int[] numbers : numberOffsets) {
        for (int position = 0; position < numbers.length; position++) {
          numbers[position] += head.length;
        }
      }
      timeOffsets.replaceAll(offset -> offset + head.length);
      return this;
    }

    void renew(AtomicLong source, byte[] time) {
      for (int[] numbers : numberOffsets) {
        long number = source.getAndIncrement();
        for (int offset : numbers) {
          ShopEvent.write(number, bytes, offset);
        }
      }
      for (int offset : timeOffsets) {
        System.arraycopy(time, 0, bytes, offset, ShopEvent.TIME_BYTES);
      }
    }
  }
}
