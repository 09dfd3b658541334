package io.clientele.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.ingest.HeardLog;
import io.clientele.ingest.source.SourcesUnavailableException;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

final class DatabaseOutageTest {

  private final HeardLog heard = new HeardLog(DatabaseOutage.class);

  @AfterEach
  void listenNoMore() {
    heard.close();
  }

  @Test
  void outageIsToldOnceHoweverOftenItIsMet() {
    PGSimpleDataSource nobody = new PGSimpleDataSource();
    nobody.setPortNumbers(new int[] {1});
    SourceStore sources = new SourceStore(nobody);

    for (int attempt = 0; attempt < 3; attempt++) {
      assertThatThrownBy(() -> sources.end("shop", Instant.EPOCH))
          .isInstanceOf(SourcesUnavailableException.class);
    }

    assertThat(heard.messages()).singleElement().asString().contains("no sources changed");
  }

  @Test
  void refusalIsToldByItsCodeOnly() {
    new DatabaseOutage("rejections read")
        .failed(new SQLException("invalid input: ada@example.com", "22P02"));

    assertThat(heard.messages())
        .singleElement()
        .asString()
        .contains("SQLSTATE 22P02")
        .doesNotContain("ada@example.com");
  }
}
