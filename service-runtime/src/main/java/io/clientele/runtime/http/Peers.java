package io.clientele.runtime.http;

import io.clientele.contract.RecordFormat;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** The other instances of the same service, which have the partitions that this one has not. */
public final class Peers implements CustomerReads.Owners {

  /** Another instance. */
  public record Peer(String host, int port) {}

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Supplier<KafkaStreams> streams;
  private final Peer self;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  /**
   * The peers of this instance.
   *
   * @param streams knows which instance has what
   * @param advertisedAddress {@code host:port} of this instance, as {@code application.server}
   */
  public Peers(Supplier<KafkaStreams> streams, String advertisedAddress) {
    HostInfo own = HostInfo.buildFromEndpoint(advertisedAddress);
    this.streams = streams;
    this.self = new Peer(own.host(), own.port());
  }

  /**
   * The peer that owns a key of a store, or empty where this instance does.
   *
   * @throws ProblemException with status 503 while the partitions are being moved
   */
  @Override
  public Optional<Peer> ownerOf(String store, String key) {
    KeyQueryMetadata owner = streams.get().queryMetadataForKey(store, key, new StringSerializer());
    if (owner.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
      throw Problem.unavailable("The partitions are being moved; try again.").exception();
    }
    Peer peer = new Peer(owner.activeHost().host(), owner.activeHost().port());
    return peer.equals(self) ? Optional.empty() : Optional.of(peer);
  }

  /**
   * A peer's answer to a GET, passed on as it is; empty where it knows nothing (404).
   *
   * @throws ProblemException with status 503 if the peer does not answer
   */
  @Override
  public Optional<Response> ask(Peer peer, String path) {
    HttpResponse<byte[]> answer = get(peer, path);
    return answer.statusCode() == 404
        ? Optional.empty()
        : Optional.of(
            Response.status(answer.statusCode())
                .header(
                    HttpHeaders.CONTENT_TYPE,
                    answer
                        .headers()
                        .firstValue(HttpHeaders.CONTENT_TYPE)
                        .orElse(Problem.MEDIA_TYPE))
                .entity(answer.body())
                .build());
  }

  /**
   * Every other instance's answer to a GET, for figures that sum over all customers.
   *
   * @throws ProblemException with status 503 if one of them does not answer: a sum that leaves one
   *     out would be wrong without saying so
   */
  public <T> List<T> askAll(String path, RecordFormat<T> format) {
    List<T> answers = new ArrayList<>();
    for (StreamsMetadata instance : streams.get().metadataForAllStreamsClients()) {
      Peer peer = new Peer(instance.hostInfo().host(), instance.hostInfo().port());
      if (!peer.equals(self)) {
        HttpResponse<byte[]> answer = get(peer, path);
        if (answer.statusCode() != 200) {
          throw Problem.unavailable("An instance of this service cannot answer yet.").exception();
        }
        answers.add(format.read(answer.body()));
      }
    }
    return answers;
  }

  private HttpResponse<byte[]> get(Peer peer, String path) {
    URI uri = URI.create("http://" + peer.host() + ":" + peer.port() + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw Problem.unavailable("The instance that has this customer does not answer.").exception();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("The service is stopping.").exception();
    }
  }
}
