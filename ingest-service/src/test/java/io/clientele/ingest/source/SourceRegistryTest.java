package io.clientele.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contract.Channel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceRegistryTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final SourceRegistry registry = new SourceRegistry("secret");

  @Test
  void configuredKeyNamesTheDefaultSource() {
    assertThat(registry.ownerOf("secret", NOON).found()).map(Source::name).contains("default");
    assertThat(registry.ownerOf("Secret", NOON).found()).isEmpty();
    assertThat(registry.ownerOf("", NOON).found()).isEmpty();
  }

  @Test
  void blankKeyIsNoConfiguration() {
    assertThatThrownBy(() -> new SourceRegistry(" ")).hasMessageContaining("write key");
  }

  @Test
  void knowsWhetherItHasEverBeenTold() {
    assertThat(registry.ownerOf("a", NOON)).isInstanceOf(KeyOwner.NotYetKnown.class);

    registry.replace(List.of());

    assertThat(registry.ownerOf("a", NOON)).isInstanceOf(KeyOwner.Unknown.class);
    assertThat(registry.ownerOf(null, NOON)).isInstanceOf(KeyOwner.Unknown.class);
    assertThat(registry.named("default")).isPresent();
  }

  @Test
  void keyNamesItsSourceUntilItEnds() {
    registry.replace(
        List.of(shop("shop", new WriteKey("1", hash("a"), NOON, NOON.plusSeconds(9)))));

    assertThat(registry.ownerOf("a", NOON.plusSeconds(8)).found())
        .map(Source::name)
        .contains("shop");
    assertThat(registry.ownerOf("a", NOON.plusSeconds(9)).found()).isEmpty();
  }

  @Test
  void replacedSourcesAreForgotten() {
    registry.replace(List.of(shop("old", new WriteKey("1", hash("a"), NOON, null))));

    registry.replace(List.of(shop("new", new WriteKey("2", hash("b"), NOON, null))));

    assertThat(registry.ownerOf("a", NOON).found()).isEmpty();
    assertThat(registry.named("old")).isEmpty();
    assertThat(registry.ownerOf("b", NOON).found()).isEqualTo(registry.named("new")).isPresent();
  }

  @Test
  void defaultSourceTakesStoredSettingsAndKeepsItsConfiguredKey() {
    Source stored =
        new Source(
            "default",
            Channel.STORE,
            new Defaults("EUR", "DE"),
            new RateLimit(10, 20),
            List.of(new WriteKey("1", hash("a"), NOON, null)));

    registry.replace(List.of(stored));

    assertThat(registry.ownerOf("secret", NOON).found())
        .map(Source::channel)
        .contains(Channel.STORE);
    assertThat(registry.ownerOf("a", NOON).found()).isEqualTo(registry.named("default"));
    assertThat(registry.named("default").orElseThrow().keys())
        .extracting(WriteKey::id)
        .containsExactly("configured", "1");
  }

  private static Source shop(String name, WriteKey key) {
    return new Source(name, null, Defaults.NONE, null, List.of(key));
  }

  private static String hash(String key) {
    return WriteKey.hashOf(key);
  }
}
