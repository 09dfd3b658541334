package io.clientele.ingest.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.clientele.contract.Json;
import io.clientele.ingest.Verdict;
import io.clientele.ingest.call.Arrival;
import io.clientele.ingest.call.Calls;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.Item;
import io.clientele.ingest.call.Judge;
import io.clientele.ingest.call.Knowledge;
import io.clientele.ingest.call.Market;
import io.clientele.ingest.clean.UserAgent;
import io.clientele.ingest.source.Defaults;
import io.clientele.ingest.source.Source;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StructuredEventTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Judge judge =
      new Judge(new Knowledge("USD", Market.Rates.NONE, header -> UserAgent.UNKNOWN), () -> "made");

  @Test
  void eventIsReadOnceHoweverMuchOfItIsCleaned() throws Exception {
    Counted sent =
        new Counted(
            event(
                "io.clientele.identify",
                "{\"userId\":\"u\",\"traits\":"
                    + "{\"a\":\" a\",\"b\":\" b\",\"email\":\" a@b.example\"}}"));

    Verdict verdict = judge(new StructuredEvent(sent));

    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    assertThat(((Verdict.Accepted) verdict).event().event().cleaned())
        .extracting(change -> change.field())
        .containsExactly("/data/traits/a", "/data/traits/b", "/data/traits/email");
    assertThat(sent.times).isEqualTo(1);
  }

  @Test
  void eventIsReadOnceWhereItIsRefused() throws Exception {
    Counted sent = new Counted(event("io.clientele.alias", "{\"userId\":\" u\"}"));

    Verdict verdict = judge(new StructuredEvent(sent));

    assertThat(((Verdict.Refused) verdict).fault().pointer()).isEqualTo("/data/previousId");
    assertThat(sent.times).isEqualTo(1);
  }

  private Verdict judge(Item item) {
    Calls calls = new Calls(null, Fields.NONE, null, MissingNode.getInstance(), "", List.of(item));
    Source source = new Source("shop", null, Defaults.NONE, null, List.of());
    return judge.judge(calls, new Arrival(source, NOW, null)).findFirst().orElseThrow();
  }

  private static JsonNode event(String type, String data) throws Exception {
    return Json.mapper()
        .readTree(
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/shop\",\"type\":\""
                + type
                + "\",\"data\":"
                + data
                + "}");
  }

  /** Counts how often it is read. */
  private static final class Counted implements Item {

    private final JsonNode event;
    private int times;

    Counted(JsonNode event) {
      this.event = event;
    }

    @Override
    public Reading read() {
      times++;
      return Reading.of(event);
    }

    @Override
    public int sizeBytes() {
      return text().getBytes(UTF_8).length;
    }

    @Override
    public String text() {
      return event.toString();
    }
  }
}
