package io.clientele.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.clientele.contract.Json;
import io.clientele.local.process.Child;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlatformStatusTest {

  @TempDir private Path directory;

  private Home home;
  private Platform platform;
  private HttpServer server;
  private String health = "{\"status\":\"UP\"}";

  @BeforeEach
  void start() throws Exception {
    home = new Home(directory);
    platform = new Platform(directory, home, line -> {});
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          try (exchange) {
            byte[] answer = health.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop(0);
    platform.stopAll();
  }

  @Test
  void serviceIsReadyWhenItSaysSo() throws Exception {
    Child profile = platform.start(Sleeper.listening("profile", port(), home));

    var status = PlatformStatus.of(platform).services().get("profile");

    assertThat(status.ready()).isTrue();
    assertThat(status.pid()).isEqualTo(profile.pid());
    assertThat(status.url()).isEqualTo("http://127.0.0.1:" + port());
    assertThat(status.instances()).isNull();
  }

  @Test
  void serviceThatCallsItselfDownIsNotReady() throws Exception {
    health = "{\"status\":\"DOWN\"}";
    platform.start(Sleeper.listening("profile", port(), home));

    assertThat(PlatformStatus.of(platform).services().get("profile").ready()).isFalse();
  }

  @Test
  void deadInstanceMakesItsServiceUnreadyWhoeverAnswersAtItsPort() throws Exception {
    platform.start(Sleeper.listening("profile", port(), home));
    platform.start(Sleeper.listening("profile-2", port(), home));
    platform.kill("profile-2");

    var status = PlatformStatus.of(platform).services().get("profile");

    assertThat(status.ready()).isFalse();
    assertThat(status.instances())
        .extracting(PlatformStatus.Instance::ready)
        .containsExactly(true, false);
  }

  @Test
  void scriptsGetEveryServiceAndNullsForWhatDoesNotRun() throws Exception {
    PlatformStatus status = PlatformStatus.of(platform);

    assertThat(status.allReady()).isFalse();
    assertThat(Json.mapper().writeValueAsString(status))
        .contains(
            "\"ingest\":{\"url\":null,\"ready\":false,\"pid\":null}",
            "\"kafka\":null,\"postgres\":null",
            "\"token\":\"" + platform.credentials().operatorToken() + "\"");
  }

  private int port() {
    return server.getAddress().getPort();
  }
}
