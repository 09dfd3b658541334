package io.clientele.ingest.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Topics;
import io.clientele.ingest.ByteBudget;
import io.clientele.ingest.FakeLog;
import io.clientele.ingest.source.SourceRegistry;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class CatalogResourceTest {

  private static final long MEGABYTE = 1024 * 1024;
  private static final byte[] ITEM = "{\"id\":\"a\"}\n".getBytes(UTF_8);

  private final FakeLog log = new FakeLog();
  private final ByteBudget budget = new ByteBudget(32 * MEGABYTE);
  private final SourceRegistry sources = new SourceRegistry("secret");
  private long now;
  private final CatalogResource resource =
      new CatalogResource(
          sources,
          new CatalogReader(log, "ingest-service", "USD"),
          budget,
          Clock.systemUTC(),
          () -> now);

  @Test
  void catalogueThatComesTooSlowlyEndsAndGivesBackWhatItHeld() {
    Response answer =
        take(new Sent(() -> now += CatalogResource.PATIENCE.toNanos() * 2 / 3).then(ITEM));

    assertThat(answer.getStatus()).isEqualTo(408);
    assertThat(answer.getHeaderString("Connection")).isEqualTo("close");
    assertThat(budget.reservedBytes()).isZero();
    assertThat(take(new ByteArrayInputStream(ITEM)).getStatus()).isEqualTo(200);
  }

  @Test
  void catalogueThatBreaksOffIsNoFaultOfOurs() {
    InputStream broken =
        new Sent(
            () -> {
              throw new IllegalStateException("connection reset");
            });

    assertThat(take(broken).getStatus()).isEqualTo(408);
    assertThat(budget.reservedBytes()).isZero();
  }

  /** Each is sent while the one before it is read. */
  @Test
  void cataloguesAreTakenTwoAtATimeAndLeaveRoomForEvents() {
    List<Integer> answers = new ArrayList<>();
    Supplier<Response> third =
        () -> {
          assertThat(budget.tryReserve(24 * MEGABYTE)).isTrue();
          budget.release(24 * MEGABYTE);
          return take(new ByteArrayInputStream(ITEM));
        };
    Supplier<Response> second = () -> take(sentWith(third, answers));

    Response first = take(sentWith(second, answers));

    assertThat(first.getStatus()).isEqualTo(200);
    assertThat(answers).containsExactly(503, 200);
    assertThat(log.on(Topics.CATALOG_ITEMS)).hasSize(2);
  }

  @Test
  void wrongKeyIsNotReadFor() {
    sources.replace(List.of());

    assertThat(resource.take(null, "wrong", unreadable()).getStatus()).isEqualTo(401);
    assertThat(resource.take(null, null, unreadable()).getStatus()).isEqualTo(401);
  }

  @Test
  void keyIsNotSaidToBeWrongBeforeAllSourcesAreKnown() {
    assertThat(resource.take(null, "another", unreadable()).getStatus()).isEqualTo(503);
    assertThat(resource.take(null, null, unreadable()).getStatus()).isEqualTo(401);
  }

  private static InputStream unreadable() {
    return new Sent(
        () -> {
          throw new AssertionError("read");
        });
  }

  private InputStream sentWith(Supplier<Response> meanwhile, List<Integer> answers) {
    AtomicBoolean sent = new AtomicBoolean();
    return new Sent(
            () -> {
              if (!sent.getAndSet(true)) {
                answers.add(meanwhile.get().getStatus());
              }
            })
        .then(ITEM);
  }

  private Response take(InputStream body) {
    return resource.take(null, "secret", body);
  }

  /** Something happens with each read. */
  private static final class Sent extends InputStream {

    private final Runnable happening;
    private InputStream bytes = InputStream.nullInputStream();

    Sent(Runnable happening) {
      this.happening = happening;
    }

    Sent then(byte[] sent) {
      bytes = new ByteArrayInputStream(sent);
      return this;
    }

    @Override
    public int read() throws IOException {
      throw new UnsupportedOperationException("read in blocks");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      try {
        happening.run();
      } catch (IllegalStateException broken) {
        throw new IOException(broken);
      }
      return bytes.read(into, offset, length);
    }
  }
}
