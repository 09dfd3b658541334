package io.clientele.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeersTest {

  private final List<String> hopsTold = new ArrayList<>();
  private HttpServer other;
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          hopsTold.add(exchange.getRequestHeaders().getFirst(Peers.HOPS));
          exchange.getResponseHeaders().add("Retry-After", "7");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    other.start();
  }

  @AfterEach
  void stop() {
    other.stop(0);
  }

  @Test
  void timeToTryAgainIsPassedOn() {
    status = 503;

    Response answer = ask(1);

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("7");
  }

  @Test
  void peerIsToldHowOftenTheRequestWasPassedOn() {
    ask(3);

    assertThat(hopsTold).containsExactly("3");
  }

  @ParameterizedTest
  @CsvSource({",0", "2,2", "-1,0", "many,0", "99999999999,0"})
  void requestSaysHowOftenItWasPassedOn(String header, int hops) {
    assertThat(peers(header).hops()).isEqualTo(hops);
  }

  private Response ask(int hops) {
    Peers.Peer peer = new Peers.Peer("127.0.0.1", other.getAddress().getPort());
    return peers(null).ask(peer, "/v1/customers/ada", hops).orElseThrow();
  }

  private static Peers peers(String hopsHeader) {
    return new Peers(
        () -> {
          throw new UnsupportedOperationException("no streams here");
        },
        "127.0.0.1:1",
        () -> hopsHeader);
  }
}
