package io.clientele.profile.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerMerge.Link;
import io.clientele.contract.IdentityLink;
import io.clientele.profile.Customer;
import io.clientele.profile.Joined;
import io.clientele.profile.split.LinksUnavailableException;
import io.clientele.profile.split.Split;
import io.clientele.runtime.http.Problem;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Link LINK = new Link("l1", "ada", "alias", "shop", NOW.minusSeconds(60));

  private final List<IdentityLink> written = new ArrayList<>();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Splits splits = new Splits(written::addAll, clock, "profile-service");

  @Test
  void linksOfTheIdentityAreTakenBackAndTold() {
    Response answer = splits.split(adaWith("bob"), "bob");

    assertThat(answer.getStatus()).isEqualTo(202);
    assertThat(answer.getEntity()).isEqualTo(new Split("ada", "bob", List.of(LINK)));
    assertThat(written)
        .containsExactly(
            new IdentityLink("l1", "ada", "bob", "split", "profile-service", NOW, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"carol", "ada"})
  void whatNothingLinksIsNotMerged(String identity) {
    Response answer = splits.split(adaWith("bob"), identity);

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(answer.getEntity())
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.type()).isEqualTo("urn:clientele:problem:not-merged");
              assertThat(problem.detail()).contains("'" + identity + "'", "'ada'");
            });
    assertThat(written).isEmpty();
  }

  @Test
  void customerOfOneIdentityCannotBeSplit() {
    assertThat(splits.split(Customer.unknown("ada"), "ada").getStatus()).isEqualTo(409);
  }

  @Test
  void silenceOfKafkaMeansTryAgain() {
    Splits cutOff =
        new Splits(
            removals -> {
              throw new LinksUnavailableException(new IllegalStateException("away"));
            },
            clock,
            "profile-service");

    Response answer = cutOff.split(adaWith("bob"), "bob");

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isNotNull();
  }

  private static Customer adaWith(String other) {
    TreeMap<String, Joined> joined = new TreeMap<>();
    joined.put(other, new Joined(other, 1, List.of(LINK), 0));
    return new Customer("ada", null, joined, null, 0, 0, 0);
  }
}
