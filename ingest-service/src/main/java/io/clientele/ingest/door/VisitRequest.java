package io.clientele.ingest.door;

import io.clientele.ingest.protocol.Request;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request over HTTP; its headers and parameters are read as they are asked for. */
final class VisitRequest implements Request {

  private final HttpServerRequest http;
  private final String path;
  private final Instant receivedAt;

  VisitRequest(HttpServerRequest http, String path, Instant receivedAt) {
    this.http = http;
    this.path = path;
    this.receivedAt = receivedAt;
  }

  @Override
  public String method() {
    return http.method().name();
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String header(String name) {
    return http.getHeader(name);
  }

  @Override
  public String parameter(String name) {
    return http.query() == null ? null : http.params().get(name);
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    MultiMap all = http.params();
    all.names().forEach(name -> parameters.put(name, all.get(name)));
    return parameters;
  }

  @Override
  public String query() {
    return http.query();
  }

  @Override
  public String address() {
    SocketAddress remote = http.remoteAddress();
    return remote == null ? null : remote.hostAddress();
  }

  @Override
  public Instant receivedAt() {
    return receivedAt;
  }
}
