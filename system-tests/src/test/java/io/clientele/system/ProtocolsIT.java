package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.local.platform.Service;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.MessageWriter;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other ways in: Google's Measurement Protocol and CloudEvents by their own SDK. */
@OnFrontDoor
class ProtocolsIT {

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private FrontDoor front;
  private Arrivals arrivals;

  @BeforeEach
  void openTheShop(FrontDoor door) {
    front = door;
    arrivals = new Arrivals(door);
  }

  /** As a server-side container of Google's tag manager sends it. */
  @Test
  void measurementProtocolsEventsArriveOnceThoughSentTwice() throws Exception {
    String customer = "ga4-" + run;
    String body =
        """
        {"client_id":"1234567890.%1$s","user_id":"%2$s","timestamp_micros":%3$d,
         "non_personalized_ads":false,
         "events":[
          {"name":"page_view","params":{"page_location":"https://shop.example/mugs?x=1",
            "page_title":"Mugs","session_id":"1700000000","engagement_time_msec":100}},
          {"name":"add_to_cart","params":{"currency":"USD","value":19.95,
            "items":[{"item_id":"mug","item_name":"Mug","price":19.95,"quantity":1}]}},
          {"name":"purchase","params":{"transaction_id":"T-%1$s","currency":"USD","value":39.9,
            "tax":3.5,"shipping":4.5,
            "items":[{"item_id":"mug","item_name":"Mug","price":19.95,"quantity":2}]}}]}
        """
            .formatted(run, customer, System.currentTimeMillis() * 1000);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    front.url(Service.INGEST)
                        + "/mp/collect?measurement_id=G-ABCDEFGHIJ&api_secret="
                        + front.writeKey()))
            .header("Content-Type", "application/json")
            .header("User-Agent", "GoogleTagManagerServer/1.0")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();

    for (int time = 0; time < 2; time++) {
      assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isBetween(200, 299);
    }

    List<CustomerEvent> events = arrivals.of(customer, 3);
    assertThat(events).extracting(CustomerEvent::channel).containsOnly(Channel.WEB);
    assertThat(events).extracting(CustomerEvent::anonymousId).containsOnly("1234567890." + run);
    assertThat(events)
        .extracting(CustomerEvent::payload)
        .satisfiesExactlyInAnyOrder(
            page ->
                assertThat(page)
                    .isInstanceOfSatisfying(
                        Payload.PageViewed.class, it -> assertThat(it.path()).isEqualTo("/mugs")),
            cart ->
                assertThat(cart)
                    .isInstanceOfSatisfying(
                        Payload.CartChanged.class,
                        it -> {
                          assertThat(it.change()).isEqualTo(Payload.CartChanged.Change.ADDED);
                          assertThat(it.products()).extracting(Product::id).containsExactly("mug");
                        }),
            order ->
                assertThat(order)
                    .isInstanceOfSatisfying(
                        Payload.OrderCompleted.class,
                        it -> {
                          assertThat(it.orderId()).isEqualTo("T-" + run);
                          assertThat(it.revenue())
                              .isEqualTo(new Money(new BigDecimal("39.9"), "USD"));
                        }));
  }

  @Test
  void cloudEventsOfEveryModeArriveOnceThoughSentTwice() throws Exception {
    String customer = "events-" + run;

    for (int time = 0; time < 2; time++) {
      sent(writer -> writer.writeBinary(view(customer, "binary é")));
      sent(writer -> writer.writeStructured(view(customer, "structured"), JsonFormat.CONTENT_TYPE));
      sentAsBatch(List.of(view(customer, "batched-1"), view(customer, "batched-2")));
    }

    List<CustomerEvent> events = arrivals.of(customer, 4);
    assertThat(events)
        .extracting(event -> ((Payload.ProductViewed) event.payload()).product())
        .extracting(Product::id)
        .containsExactlyInAnyOrder("binary é", "structured", "batched-1", "batched-2");
  }

  private CloudEvent view(String customer, String product) {
    return CloudEventBuilder.v1()
        .withId(run + " " + product)
        .withSource(URI.create("https://shop.example/till"))
        .withType("io.clientele.track.Product-Viewed")
        .withSubject(customer)
        .withTime(OffsetDateTime.now(ZoneOffset.UTC))
        .withData(
            "application/json",
            "{\"product_id\":\"%s\"}".formatted(product).getBytes(StandardCharsets.UTF_8))
        .build();
  }

  private void sent(Consumer<MessageWriter<?, ?>> mode) {
    HttpRequest.Builder request = request();
    mode.accept(HttpMessageFactory.createWriter(request::header, body -> take(request, body)));
  }

  private void sentAsBatch(List<CloudEvent> events) throws IOException {
    JsonFormat format = new JsonFormat();
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    String separator = "[";
    for (CloudEvent event : events) {
      batch.write(separator.getBytes(StandardCharsets.UTF_8));
      batch.write(format.serialize(event));
      separator = ",";
    }
    batch.write(']');
    take(
        request().header("Content-Type", "application/cloudevents-batch+json"),
        batch.toByteArray());
  }

  private HttpRequest.Builder request() {
    String user = front.writeKey() + ":";
    return HttpRequest.newBuilder(URI.create(front.url(Service.INGEST) + "/events"))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
  }

  private void take(HttpRequest.Builder request, byte[] body) {
    try {
      HttpResponse<String> answer =
          http.send(
              request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    } catch (IOException e) {
      throw new IllegalStateException("not taken", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
