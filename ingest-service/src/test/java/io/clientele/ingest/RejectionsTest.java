package io.clientele.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RejectionsTest {

  private static final String PAYLOAD = "{\"name\":\"x\"}";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Fault FAULT = new Fault(Reason.MISSING_ID, "", "Nobody.");

  private final Rejections rejections = new Rejections("ingest-service");

  @Test
  void sameMessageAtTheSamePlaceIsOneRejectionWheneverItComes() {
    assertThat(id("/v1/page", NOW, refused("m", null)))
        .isEqualTo(id("/v1/page", NOW.plusSeconds(86_400), refused("m", null)));
  }

  @Test
  void sameTextAtAnotherPlaceOrAmongOtherFieldsIsAnother() {
    assertThat(id("/v1/page", NOW, refused("m", null)))
        .isNotEqualTo(id("/v1/screen", NOW, refused("m", null)))
        .isNotEqualTo(id("/v1/page", NOW, refused("m", "{\"context\":{}}")))
        .isNotEqualTo(
            id(
                "/v1/page",
                NOW,
                new Verdict.Refused(FAULT, "m", null, PAYLOAD, null, Verdict.Refused.BYTES)));
  }

  @Test
  void textWithoutAnIdIsAnotherInAnotherHour() {
    String first = id("/v1/page", NOW, refused(null, null));

    assertThat(id("/v1/page", NOW.plusSeconds(3_599), refused(null, null))).isEqualTo(first);
    assertThat(id("/v1/page", NOW.plusSeconds(3_600), refused(null, null))).isNotEqualTo(first);
  }

  private String id(String path, Instant at, Verdict.Refused why) {
    return rejections.of(new Intake.Origin("shop", "key", "POST " + path, at), why).rejectedId();
  }

  private static Verdict.Refused refused(String messageId, String around) {
    return new Verdict.Refused(FAULT, messageId, null, PAYLOAD, around);
  }
}
