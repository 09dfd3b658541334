package io.clientele.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contract.Channel;
import io.clientele.ingest.source.Defaults;
import io.clientele.ingest.source.RateLimit;
import io.clientele.ingest.source.Source;
import io.clientele.ingest.source.StoredSources;
import io.clientele.ingest.source.WriteKey;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class SourceStoreIT extends WithSources {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

  private static final Source SHOP =
      new Source(
          "shop",
          Channel.STORE,
          new Defaults("EUR", "DE"),
          new RateLimit(10, 20),
          List.of(
              new WriteKey("1", WriteKey.hashOf("a"), NOON, NOON.plusSeconds(9)),
              new WriteKey("2", WriteKey.hashOf("b"), NOON.plusSeconds(1), null)));

  @Inject StoredSources store;

  @Test
  void sourceComesBackAsItWasAdded() {
    assertThat(store.add(SHOP)).isTrue();

    assertThat(store.named("shop")).contains(SHOP);
    assertThat(store.all()).extracting(Source::name).containsExactly("default", "shop");
    assertThat(store.after("default", 10)).containsExactly(SHOP);
  }

  @Test
  void sourceWithoutSettingsOrKeysComesBackToo() {
    Source bare = new Source("bare", null, Defaults.NONE, null, List.of());

    store.add(bare);

    assertThat(store.named("bare")).contains(bare);
  }

  @Test
  void nameIsNeverGivenAnew() {
    store.add(SHOP);
    assertThat(store.add(SHOP)).isFalse();

    assertThat(store.end("shop", NOON)).isTrue();

    assertThat(store.named("shop")).isEmpty();
    assertThat(store.all()).extracting(Source::name).containsExactly("default");
    assertThat(store.add(SHOP)).isFalse();
    assertThat(store.end("shop", NOON)).isFalse();
    assertThat(store.change("shop", source -> source)).isEmpty();
  }

  @Test
  void changeThatFailsLeavesTheSourceAsItWas() {
    store.add(SHOP);

    assertThatThrownBy(
            () ->
                store.change(
                    "shop",
                    source -> {
                      throw new IllegalArgumentException("refused");
                    }))
        .hasMessage("refused");

    assertThat(store.named("shop")).contains(SHOP);
  }

  @Test
  void rotationsAtOnceAreAllKept() {
    store.add(SHOP.withKeys(List.of()));

    IntStream.range(0, 20)
        .parallel()
        .forEach(
            i -> {
              WriteKey key = new WriteKey("k" + i, WriteKey.hashOf("k" + i), NOON, null);
              store.change("shop", source -> source.rotated(key, NOON, Duration.ofDays(7)));
            });

    assertThat(store.named("shop").orElseThrow().keys()).hasSize(20);
  }
}
