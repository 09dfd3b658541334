package io.clientele.runtime.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Speaks HTTP with the other instances. */
final class PeerClient {

  /** How long a peer may take for a customer where nobody else could answer. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The same where a copy is at hand: long for an answer, short for somebody who waits for it. */
  private static final Duration SOON = Duration.ofSeconds(1);

  /** What is done there waits for Kafka, 8 s at most. */
  private static final Duration DOING = Duration.ofSeconds(10);

  private static final String MAYBE_DONE =
      "The instance that does this did not say whether it is done; try again.";

  private final SilentPeers silent = new SilentPeers(System::nanoTime);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofMillis(500))
          .build();

  /**
   * What a peer says to a request. A POST is sent once: the client repeats only what did not reach
   * anybody, or is a GET.
   */
  PeerAnswer ask(Peers.Peer peer, PeerRequest request) {
    if (request.soon() && !silent.mayAsk(peer)) {
      return failed(Peers.NO_ANSWER);
    }
    try {
      HttpResponse<byte[]> answer = send(http(peer, request));
      silent.spoke(peer);
      return read(answer);
    } catch (HttpTimeoutException e) {
      silent.timedOut(peer);
      return failed(request.body() == null ? Peers.NO_ANSWER : MAYBE_DONE);
    } catch (IOException e) {
      return failed(request.body() == null ? Peers.NO_ANSWER : MAYBE_DONE);
    }
  }

  /**
   * A peer's answer to a GET as it comes.
   *
   * @throws ProblemException with status 503 if there is none in time
   */
  HttpResponse<byte[]> get(Peers.Peer peer, String path, Duration patience) {
    try {
      return send(to(peer, path).timeout(patience).build());
    } catch (IOException e) {
      throw Problem.unavailable(Peers.NO_ANSWER).exception();
    }
  }

  /**
   * A peer's answer to a POST without a body, as it comes; a 503 where there is none in time.
   *
   * @param hops how many instances have passed the request on, with this one
   */
  CompletionStage<Response> post(Peers.Peer peer, String path, int hops, Duration patience) {
    HttpRequest request =
        to(peer, path)
            .header(Peers.HOPS, Integer.toString(hops))
            .timeout(patience)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
        .handle(
            (answer, failure) ->
                failure == null ? passedOn(answer) : Problem.unavailable(MAYBE_DONE).response());
  }

  private static HttpRequest http(Peers.Peer peer, PeerRequest request) {
    HttpRequest.Builder http =
        to(peer, request.path()).header(Peers.HOPS, Integer.toString(request.hops()));
    if (request.copyWillDo()) {
      http.header(CustomerReads.STALE, CustomerReads.YES);
    }
    if (request.body() != null) {
      return http.timeout(DOING)
          .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
          .POST(HttpRequest.BodyPublishers.ofString(request.body()))
          .build();
    }
    return http.timeout(request.soon() ? SOON : PATIENCE).build();
  }

  private static PeerAnswer read(HttpResponse<byte[]> answer) {
    boolean stale = answer.headers().firstValue(CustomerReads.STALE).isPresent();
    return switch (answer.statusCode()) {
      case 404 -> new PeerAnswer.Unknown(stale);
      case 503 -> new PeerAnswer.Failed(passedOn(answer));
      default -> new PeerAnswer.Told(passedOn(answer), stale);
    };
  }

  /** Status, body, and those headers that say something of them. */
  private static Response passedOn(HttpResponse<byte[]> answer) {
    Response.ResponseBuilder same =
        Response.status(answer.statusCode())
            .header(
                HttpHeaders.CONTENT_TYPE,
                answer.headers().firstValue(HttpHeaders.CONTENT_TYPE).orElse(Problem.MEDIA_TYPE))
            .entity(answer.body());
    answer
        .headers()
        .firstValue(HttpHeaders.RETRY_AFTER)
        .ifPresent(seconds -> same.header(HttpHeaders.RETRY_AFTER, seconds));
    return same.build();
  }

  private static PeerAnswer failed(String detail) {
    return new PeerAnswer.Failed(Problem.unavailable(detail).response());
  }

  private static HttpRequest.Builder to(Peers.Peer peer, String path) {
    return HttpRequest.newBuilder(URI.create("http://" + peer.host() + ":" + peer.port() + path));
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("The service is stopping.").exception();
    }
  }
}
