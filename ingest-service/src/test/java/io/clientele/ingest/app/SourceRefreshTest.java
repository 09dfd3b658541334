package io.clientele.ingest.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.ingest.source.Defaults;
import io.clientele.ingest.source.KeyOwner;
import io.clientele.ingest.source.Source;
import io.clientele.ingest.source.SourceRegistry;
import io.clientele.ingest.source.SourcesUnavailableException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceRefreshTest {

  private final SourceRegistry registry = new SourceRegistry("secret");
  private final SourceRefresh refresh = new SourceRefresh(this::migrate, this::read, registry);

  private boolean away;
  private int migrations;
  private List<Source> stored = List.of(source("shop"));

  @Test
  void databaseThatWasAwayAtTheStartIsPickedUpWhenItComes() {
    away = true;
    refresh.run();
    assertThat(refresh.isAnswering()).isFalse();
    assertThat(registry.named("default")).isPresent();
    assertThat(registry.ownerOf("another", Instant.EPOCH)).isInstanceOf(KeyOwner.NotYetKnown.class);

    away = false;
    refresh.run();

    assertThat(refresh.isAnswering()).isTrue();
    assertThat(registry.named("shop")).isPresent();
  }

  @Test
  void whatIsKnownIsKeptWhileTheDatabaseIsAway() {
    refresh.run();

    away = true;
    refresh.run();

    assertThat(refresh.isAnswering()).isFalse();
    assertThat(registry.named("shop")).isPresent();
  }

  @Test
  void databaseIsMigratedOnceAndAgainAfterItWasAway() {
    refresh.run();
    refresh.run();
    assertThat(migrations).isEqualTo(1);

    away = true;
    refresh.run();
    away = false;
    refresh.run();

    assertThat(migrations).isEqualTo(2);
  }

  @Test
  void whatIsNotStoredAnyMoreIsForgotten() {
    refresh.run();

    stored = List.of(source("other"));
    refresh.run();

    assertThat(registry.named("shop")).isEmpty();
    assertThat(registry.named("other")).isPresent();
  }

  private void migrate() {
    answer();
    migrations++;
  }

  private List<Source> read() {
    answer();
    return stored;
  }

  private void answer() {
    if (away) {
      throw new SourcesUnavailableException(new SQLException("connection refused"));
    }
  }

  private static Source source(String name) {
    return new Source(name, null, Defaults.NONE, null, List.of());
  }
}
