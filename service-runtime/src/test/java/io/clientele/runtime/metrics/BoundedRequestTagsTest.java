package io.clientele.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedRequestTagsTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @BeforeEach
  void bound() {
    meters.config().meterFilter(new BoundedRequestTags());
  }

  @Test
  void methodsOfAnyNameAreOne() {
    request("BREW", "/v1/track", "200");
    request("BREW2", "/v1/track", "200");
    request("GET", "/v1/track", "200");

    assertThat(meters.getMeters())
        .extracting(meter -> meter.getId().getTag("method"))
        .containsExactlyInAnyOrder("OTHER", "GET");
  }

  @Test
  void pathsThatWereNotMatchedAreOne() {
    request("PUT", "/v1/sources/a", "405");
    request("PUT", "/v1/sources/b", "405");

    assertThat(meters.getMeters()).hasSize(1);
    assertThat(meters.getMeters().get(0).getId().getTag("uri")).isEqualTo("UNMATCHED");
  }

  @Test
  void everythingElseIsLeftAsItIs() {
    request("POST", "/v1/track", "400");
    meters.counter("other", "method", "BREW", "uri", "/x", "status", "405");

    assertThat(meters.getMeters())
        .extracting(Meter::getId)
        .extracting(id -> id.getTag("uri"), id -> id.getTag("method"))
        .containsExactlyInAnyOrder(tuple("/v1/track", "POST"), tuple("/x", "BREW"));
  }

  private void request(String method, String uri, String status) {
    meters.timer("http.server.requests", "method", method, "uri", uri, "status", status);
  }
}
