package io.clientele.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Change;
import io.clientele.contract.EventContext;
import org.junit.jupiter.api.Test;

/** Where an event took place. */
final class SegmentPlacesTest {

  private final SegmentDesk segment = new SegmentDesk();

  @Test
  void placeIsReadFromTheContextAndCleaned() {
    page("{\"country\":\"usa\",\"region\":\" US-CA\",\"city\":\"San Jose \"}");

    assertThat(segment.event().context())
        .extracting(EventContext::country, EventContext::region, EventContext::city)
        .containsExactly("US", "US-CA", "San Jose");
    assertThat(segment.event().cleaned())
        .contains(new Change("/context/location/region", " US-CA", "US-CA", "text"));
  }

  @Test
  void regionThatIsNoNameIsLeftOut() {
    String endless = "x".repeat(201);
    page("{\"region\":\"" + endless + "\"}");

    assertThat(segment.event().context().region()).isNull();
    assertThat(segment.event().cleaned())
        .containsExactly(new Change("/context/location/region", endless, null, "too-long"));
  }

  private void page(String location) {
    segment.taken("page", "{\"userId\":\"u\",\"context\":{\"location\":" + location + "}}");
  }
}
