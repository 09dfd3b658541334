package io.clientele.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void olderKeysEndAfterTheOverlap() {
    Source rotated = source(key("old", null)).rotated(key("new", null), NOON, WEEK);

    assertThat(rotated.keys()).containsExactly(key("old", NOON.plus(WEEK)), key("new", null));
  }

  @Test
  void rotationNeverProlongsAKey() {
    WriteKey ending = key("old", NOON.plusSeconds(5));

    Source rotated = source(ending).rotated(key("new", null), NOON, WEEK);

    assertThat(rotated.keys()).contains(ending);
  }

  @Test
  void withoutAnOverlapOnlyTheNewKeyIsLeft() {
    Source source = source(key("older", NOON.plusSeconds(5)), key("old", null));

    Source rotated = source.rotated(key("new", null), NOON, Duration.ZERO);

    assertThat(rotated.keys()).containsExactly(key("new", null));
  }

  @Test
  void endedKeysAreForgottenAtTheNextRotation() {
    Source rotated = source(key("old", NOON)).rotated(key("new", null), NOON, WEEK);

    assertThat(rotated.keys()).containsExactly(key("new", null));
  }

  @Test
  void aKeyCanBeTakenAwayAlone() {
    assertThat(source(key("a", null), key("b", null)).without("a").keys())
        .containsExactly(key("b", null));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Shop", "-shop", "shop-", "a--b", "a_b", "a b", "Ä", "a\n"})
  void otherNamesThanKebabCaseAreRefused(String name) {
    assertThat(Source.isName(name)).isFalse();
  }

  @Test
  void namesAreAtMost64Characters() {
    assertThat(Source.isName("a".repeat(64))).isTrue();
    assertThat(Source.isName("a".repeat(65))).isFalse();
  }

  @Test
  void defaultsAreIsoCodes() {
    assertThat(new Defaults("EUR", "DE").country()).isEqualTo("DE");
    assertThatThrownBy(() -> new Defaults("eur", null)).hasMessageContaining("4217");
    assertThatThrownBy(() -> new Defaults(null, "DEU")).hasMessageContaining("3166");
  }

  private static Source source(WriteKey... keys) {
    return new Source("shop", null, Defaults.NONE, null, List.of(keys));
  }

  private static WriteKey key(String id, Instant expiresAt) {
    return new WriteKey(id, "hash of " + id, NOON.minusSeconds(60), expiresAt);
  }
}
