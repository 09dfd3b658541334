package io.clientele.system;

import com.segment.analytics.Analytics;
import com.segment.analytics.messages.AliasMessage;
import com.segment.analytics.messages.GroupMessage;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.MessageBuilder;
import com.segment.analytics.messages.ScreenMessage;
import com.segment.analytics.messages.TrackMessage;
import io.clientele.local.platform.Service;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trackers as their makers ship them: every call arrives once, with its values. */
@OnFrontDoor
class ClientsIT {

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final FrontDoor front;

  ClientsIT(FrontDoor front) {
    this.front = front;
  }

  @ParameterizedTest
  @ValueSource(strings = {"segment", "rudderstack"})
  void nodeClientsCallsArriveOnce(String client, NodeTools node) throws IOException {
    String customer = client + "-" + run;

    node.run(client + ".mjs", front.url(Service.INGEST), front.writeKey(), customer);

    new Story(front).arrivedOnce(customer);
  }

  @Test
  void segmentsJavaClientsCallsArriveOnce() {
    String customer = "java-" + run;
    Map<String, Object> mug =
        Map.of("product_id", "mug-" + customer, "name", "Mug", "price", 19.95, "quantity", 2);
    Analytics tracker =
        Analytics.builder(front.writeKey()).endpoint(front.url(Service.INGEST)).build();

    List<MessageBuilder<?, ?>> calls =
        List.of(
            IdentifyMessage.builder()
                .traits(Map.of("plan", "gold", "email", customer + "@example.org")),
            TrackMessage.builder("Product Viewed").properties(mug),
            TrackMessage.builder("Order Completed")
                .properties(
                    Map.of(
                        "order_id",
                        "order-" + customer,
                        "revenue",
                        39.9,
                        "currency",
                        "USD",
                        "products",
                        List.of(mug))),
            ScreenMessage.builder("Checkout"),
            GroupMessage.builder("group-" + customer).traits(Map.of("seats", 3)),
            AliasMessage.builder("previous-" + customer));
    calls.forEach(call -> tracker.enqueue(call.userId(customer)));
    tracker.flush();

    new Story(front).arrivedOnce(customer);
    tracker.shutdown();
  }
}
