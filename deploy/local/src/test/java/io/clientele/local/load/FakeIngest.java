package io.clientele.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clientele.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers as ingest does: takes what it knows, refuses by event, and is busy when told to be. */
final class FakeIngest implements AutoCloseable {

  static final String WRITE_KEY = "key";

  final Queue<JsonNode> taken = new ConcurrentLinkedQueue<>();
  final Queue<JsonNode> items = new ConcurrentLinkedQueue<>();
  final Queue<Integer> busyWith = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  FakeIngest() throws IOException {
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.createContext("/v1/import", exchange -> answer(exchange, this::take));
    server.createContext("/v1/catalog/items", exchange -> answer(exchange, this::takeItems));
    server.setExecutor(threads);
    server.start();
  }

  IngestClient client(String writeKey) {
    return new IngestClient(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), writeKey);
  }

  private ObjectNode take(JsonNode body) {
    ObjectNode answer = Json.mapper().createObjectNode();
    ArrayNode rejected = answer.putArray("rejected");
    int accepted = 0;
    int index = -1;
    for (JsonNode call : body.path("batch")) {
      index++;
      if (call.path("properties").path("bad").asBoolean()) {
        rejected.addObject().put("index", index).put("reason", "invalid-money");
      } else {
        taken.add(call);
        accepted++;
      }
    }
    return answer.put("accepted", accepted);
  }

  private ObjectNode takeItems(JsonNode body) {
    body.forEach(items::add);
    return Json.mapper().createObjectNode().put("accepted", body.size());
  }

  private interface Handling {
    ObjectNode handle(JsonNode body);
  }

  private void answer(HttpExchange exchange, Handling handling) {
    try (exchange) {
      JsonNode body = Json.mapper().readTree(exchange.getRequestBody());
      List<String> keys = exchange.getRequestHeaders().get("Authorization");
      Integer busy = busyWith.poll();
      if (!keys.equals(List.of("Basic a2V5Og=="))) {
        exchange.sendResponseHeaders(401, -1);
      } else if (busy != null) {
        exchange.getResponseHeaders().add("Retry-After", "0");
        exchange.sendResponseHeaders(busy, -1);
      } else {
        byte[] answer = Json.mapper().writeValueAsBytes(handling.handle(body));
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the loader went away", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
