package io.clientele.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Response;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.Test;

class StaleReadsTest {

  private static final String THERE = "/v1/customers/there";

  private final Instance instance = new Instance();
  private final CustomerReads reads = new CustomerReads(instance, "store");

  @Test
  void ownersAnswerIsNotStale() {
    instance.here.put("ada", new Lookup.Found<>("Ada"));
    instance.there.put(THERE, Instance.told("fresh"));
    instance.copyHere.put("there", new Lookup.Found<>("old"));

    assertFresh(read("ada"), "Ada");
    assertFresh(read("there"), "fresh");
  }

  @Test
  void copyHereAnswersForAnOwnerWhoIsDead() {
    instance.otherIsDead = true;
    instance.copyHere.put("there", new Lookup.Found<>("old"));

    assertStale(read("there"), "old");
    assertThat(instance.asked).containsExactly(new PeerRequest(THERE, null, 1, false, true));
  }

  @Test
  void ownerWhoCannotAnswerIsAsGoodAsDead() {
    instance.there.put(THERE, new PeerAnswer.Failed(Problem.unavailable("starting").response()));
    instance.copyHere.put("there", new Lookup.Found<>("old"));

    assertStale(read("there"), "old");
  }

  @Test
  void whoeverIsMissingFromACopyIsPerhapsOnlyTooNew() {
    instance.otherIsDead = true;

    assertThat(read("there").getStatus()).isEqualTo(503);
  }

  @Test
  void whoAsksForACopyIsToldWhoIsMissingFromIt() {
    instance.otherIsDead = true;
    instance.isAskedForACopy = true;
    instance.hops = 1;

    Response answer = read("there");

    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(answer.getHeaderString(CustomerReads.STALE)).isEqualTo("true");
  }

  @Test
  void deviceIsFoundInACopyByItsBareId() {
    instance.otherIsDead = true;
    instance.restoring = true;
    instance.here.put("anonymous:there", new Lookup.Found<>("a phone"));

    assertStale(read("there"), "a phone");
  }

  @Test
  void stateThatIsBeingRestoredIsReadAsItIs() {
    instance.restoring = true;
    instance.here.put("ada", new Lookup.Found<>("half an Ada"));

    assertStale(read("ada"), "half an Ada");
    assertThat(instance.asked).isEmpty();
  }

  @Test
  void standbyElsewhereAnswersWhereNothingIsToBeReadHere() {
    instance.copyThere.put("/v1/customers/ada", Instance.toldFromACopy("Ada's copy"));

    Response answer = reads.answer("ada", Instance.at("/v1/customers/ada"), StaleReadsTest::none);

    assertStale(answer, "Ada's copy");
    assertThat(instance.asked)
        .containsExactly(new PeerRequest("/v1/customers/ada", null, 1, true, true));
  }

  @Test
  void answerThatAPeerTookFromACopyStaysMarked() {
    instance.there.put(THERE, Instance.toldFromACopy("old"));

    assertStale(read("there"), "old");
  }

  @Test
  void mergeKnownFromACopyMakesTheAnswerStale() {
    instance.otherIsDead = true;
    instance.copyHere.put("there", new Lookup.Moved<>("ada"));
    instance.here.put("ada", new Lookup.Found<>("Ada"));

    assertStale(read("there"), "Ada");
  }

  @Test
  void whoIsAskedForACopyAsksNobodyForAnother() {
    instance.isAskedForACopy = true;
    instance.hops = 1;
    instance.copyHere.put("there", new Lookup.Found<>("old"));

    assertStale(read("there"), "old");
    assertThatThrownBy(
            () -> reads.answer("ada", Instance.at("/v1/customers/ada"), StaleReadsTest::none))
        .isInstanceOf(InvalidStateStoreException.class);
    assertThat(instance.asked).isEmpty();
  }

  @Test
  void nobodyIsAskedForACopyAfterFiveHops() {
    instance.hops = 5;
    instance.here.put("ada", new Lookup.Found<>("Ada"));

    assertThatThrownBy(
            () -> reads.answer("ada", Instance.at("/v1/customers/ada"), StaleReadsTest::none))
        .isInstanceOf(InvalidStateStoreException.class);
    assertThat(instance.asked).isEmpty();
  }

  private Response read(String id) {
    return reads.answer(id, Instance.at("/v1/customers/" + id), instance::find);
  }

  /** No copy that could be read. */
  private static Lookup<String> none(String id, Copy copy) {
    throw new InvalidStateStoreException("closed");
  }

  private static void assertFresh(Response answer, String text) {
    assertThat(answer.getEntity()).isEqualTo(text);
    assertThat(answer.getHeaderString(CustomerReads.STALE)).isNull();
  }

  private static void assertStale(Response answer, String text) {
    assertThat(answer.getEntity()).isEqualTo(text);
    assertThat(answer.getHeaderString(CustomerReads.STALE)).isEqualTo("true");
  }
}
