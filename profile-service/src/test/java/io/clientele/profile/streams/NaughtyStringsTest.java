package io.clientele.profile.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.clientele.contract.CustomerProfile;
import io.clientele.contract.Json;
import io.clientele.contract.Payload;
import io.clientele.profile.Events;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Text that other software is known to break on comes through as it was sent: scripts of all
 * directions, combining marks, emoji, injections, words and numbers that mean something to a
 * parser.
 */
final class NaughtyStringsTest {

  /** Fewer than a customer may have of any length. */
  private static final int A_CUSTOMER = 50;

  private final List<String> strings = strings();

  @Test
  void listIsLongAndTwiceNowhere() {
    assertThat(strings).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
  }

  @Test
  void anyTextComesThroughUnchangedAsNameAndAsValueOfATrait(@TempDir Path stateDir) {
    try (ProfilePipeline pipeline = new ProfilePipeline(stateDir)) {
      for (int i = 0; i < strings.size(); i++) {
        Map<String, Object> said = Map.of(strings.get(i), strings.get(i));
        Instant at = Events.NOON.plusSeconds(i);
        pipeline.send(
            Events.event(customer(i), "e-" + i, at, new Payload.TraitsChanged(said), said));
      }

      Map<String, Object> traits = new HashMap<>();
      Map<String, Object> personal = new HashMap<>();
      for (int i = 0; i < strings.size(); i += A_CUSTOMER) {
        CustomerProfile profile =
            (CustomerProfile) pipeline.profileAt(customer(i), Events.NOON.plus(Duration.ofDays(1)));
        traits.putAll(values(profile.traits()));
        personal.putAll(values(profile.personal()));
      }

      Map<String, String> sent =
          strings.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
      assertThat(traits).isEqualTo(sent);
      assertThat(personal).isEqualTo(sent);
      assertThat(pipeline.rejected.isEmpty()).isTrue();
    }
  }

  private static String customer(int string) {
    return "ada-" + string / A_CUSTOMER;
  }

  private static Map<String, Object> values(SortedMap<String, CustomerProfile.Trait> traits) {
    return traits.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, trait -> trait.getValue().value()));
  }

  private static List<String> strings() {
    try (InputStream list = NaughtyStringsTest.class.getResourceAsStream("naughty-strings.json")) {
      return Json.mapper().readValue(list, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
