package io.clientele.profile.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Payload.ServiceTicket.Status;
import io.clientele.contract.Payload.SurveyAnswered.Survey;
import io.clientele.contract.profile.Feedback;
import io.clientele.contract.profile.Feedback.Answers;
import io.clientele.contract.profile.Feedback.Recommender;
import io.clientele.profile.fold.Deed;
import io.clientele.profile.fold.FamilyLaws;
import io.clientele.profile.fold.StateFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CustomerVoiceTest extends FamilyLaws<CustomerVoice, Feedback> {

  @Override
  protected CustomerVoice zero() {
    return CustomerVoice.ZERO;
  }

  /** One customer in fifty has more tickets than are kept. */
  @Override
  protected Arbitrary<List<CustomerEvent>> histories() {
    return Arbitraries.frequencyOf(
            Tuple.of(49, deeds(6).list().ofMaxSize(40)),
            Tuple.of(1, deeds(1_000).list().ofSize(400)))
        .map(Deed::events);
  }

  @Test
  void nothingWasSaidByWhoSaidNothing() {
    assertThat(shown(Deed.of(1)))
        .isEqualTo(new Feedback(0, null, null, null, null, 0, List.of(), 0, null));
  }

  @Test
  void meansAreOfAllAnswersAndTheNewestIsTheOneThatHappenedLast() {
    Feedback known =
        shown(
            review(1, "5"),
            review(2, "4.5"),
            review(3, "4"),
            review(4, null),
            answer(9, Survey.NPS, 9),
            answer(5, Survey.NPS, 0),
            answer(7, Survey.NPS, 7),
            answer(6, Survey.CSAT, 4),
            answer(8, Survey.CSAT, 1));

    assertThat(known)
        .isEqualTo(
            new Feedback(
                4,
                new BigDecimal("4.5"),
                new Answers(3, new BigDecimal("5.33"), 9, Deed.at(9)),
                Recommender.PROMOTER,
                new Answers(2, new BigDecimal("2.5"), 1, Deed.at(8)),
                0,
                List.of(),
                0,
                null));
  }

  @ParameterizedTest
  @CsvSource({
    "10, PROMOTER",
    "9, PROMOTER",
    "8, PASSIVE",
    "7, PASSIVE",
    "6, DETRACTOR",
    "0, DETRACTOR"
  })
  void recommenderIsWhatTheNewestAnswerSays(int score, Recommender recommender) {
    assertThat(shown(answer(2, Survey.NPS, score), answer(1, Survey.NPS, 10 - score)).recommender())
        .isEqualTo(recommender);
  }

  @Test
  void ticketIsOpenUntilItsNewestWordIsThatItIsResolved() {
    Feedback known =
        shown(
            ticket(5, "t-1", Status.RESOLVED),
            ticket(1, "t-1", Status.OPENED),
            ticket(3, "t-1", Status.COMPLAINT),
            ticket(2, "t-2", Status.COMPLAINT),
            ticket(4, "t-3", Status.RESOLVED),
            ticket(6, "t-3", Status.UPDATED));

    assertThat(known.openTicketIds()).containsExactly("t-3", "t-2");
    assertThat(known.openTickets()).isEqualTo(2);
    assertThat(known.complaints()).isEqualTo(2);
    assertThat(known.lastComplaintAt()).isEqualTo(Deed.at(3));
  }

  @Test
  void ofTooManyTicketsThoseThatMovedLastAreFollowed() {
    CustomerVoice voice =
        fold(
            IntStream.range(0, 10_000)
                .mapToObj(i -> ticket(i, "ticket-" + i, Status.OPENED))
                .toArray(Deed[]::new));

    Feedback known = voice.at(Deed.at(10_000));

    assertThat(known.openTickets()).isEqualTo(200);
    assertThat(known.openTicketIds()).hasSize(20).startsWith("ticket-9999", "ticket-9998");
    assertThat(StateFormat.of(CustomerVoice.class).write(voice)).hasSizeLessThan(8_000);
  }

  @Test
  void ratingsOfAnySizeAndIdsThatAreTextsAreTaken() {
    Feedback known =
        shown(
            review(1, "1E+90"),
            review(2, "1E-90"),
            ticket(3, "x".repeat(1_000_000), Status.COMPLAINT));

    assertThat(known.rating()).isEqualByComparingTo("5E+89");
    assertThat(known.openTickets()).isZero();
    assertThat(known.complaints()).isEqualTo(1);
  }

  private static Arbitrary<Deed> deeds(int tickets) {
    Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 100);
    return Arbitraries.frequencyOf(
        Tuple.of(
            1,
            Combinators.combine(minutes, Arbitraries.of("1", "4.5", "5").injectNull(0.2))
                .as(CustomerVoiceTest::review)),
        Tuple.of(
            1,
            Combinators.combine(
                    minutes, Arbitraries.of(Survey.class), Arbitraries.integers().between(1, 5))
                .as(CustomerVoiceTest::answer)),
        Tuple.of(
            4,
            Combinators.combine(
                    minutes,
                    Arbitraries.integers().between(1, tickets).map(i -> "t-" + i),
                    Arbitraries.of(Status.class))
                .as(CustomerVoiceTest::ticket)));
  }

  private static Deed review(int minute, String rating) {
    BigDecimal stars = rating == null ? null : new BigDecimal(rating);
    return Deed.of(minute, new Payload.Reviewed("mug", null, stars));
  }

  private static Deed answer(int minute, Survey survey, int score) {
    return Deed.of(minute, new Payload.SurveyAnswered(survey, score));
  }

  private static Deed ticket(int minute, String id, Status status) {
    return Deed.of(minute, new Payload.ServiceTicket(id, status));
  }

  private static CustomerVoice fold(Deed... deeds) {
    CustomerVoice voice = CustomerVoice.ZERO;
    for (CustomerEvent event : Deed.events(List.of(deeds))) {
      voice = voice.add(event);
    }
    return voice;
  }

  private static Feedback shown(Deed... deeds) {
    return fold(deeds).at(Deed.at(100));
  }
}
