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
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** The other instances of the same service, which have the partitions that this one has not. */
public final class Peers implements CustomerReads.Owners {

  /** Another instance. */
  public record Peer(String host, int port) {}

  /** The header that says how many instances have passed a request on. */
  public static final String HOPS = "Clientele-Hops";

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern FEW = Pattern.compile("[0-9]{1,4}");

  private final Supplier<KafkaStreams> streams;
  private final Supplier<String> hopsHeader;
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
   * @param hopsHeader the header {@link #HOPS} of the request at hand, or null
   */
  public Peers(
      Supplier<KafkaStreams> streams, String advertisedAddress, Supplier<String> hopsHeader) {
    HostInfo own = HostInfo.buildFromEndpoint(advertisedAddress);
    this.streams = streams;
    this.hopsHeader = hopsHeader;
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

  @Override
  public int hops() {
    String said = hopsHeader.get();
    return said != null && FEW.matcher(said).matches() ? Integer.parseInt(said) : 0;
  }

  /**
   * A peer's answer to a GET, passed on as it is; empty where it knows nothing (404).
   *
   * @throws ProblemException with status 503 if the peer does not answer
   */
  @Override
  public Optional<Response> ask(Peer peer, String path, int hops) {
    HttpResponse<byte[]> answer =
        send(to(peer, path).timeout(PATIENCE).header(HOPS, Integer.toString(hops)).build());
    return answer.statusCode() == 404 ? Optional.empty() : Optional.of(passedOn(answer));
  }

  /**
   * Every other instance's answer to a GET, for figures that sum over all customers.
   *
   * @throws ProblemException with status 503 if one of them does not answer: a sum that leaves one
   *     out would be wrong without saying so
   */
  public <T> List<T> askAll(String path, RecordFormat<T> format) {
    return askAll(path, format, PATIENCE);
  }

  /**
   * The same for what takes its time.
   *
   * @param patience how long each instance may take
   * @throws ProblemException with status 503 if one of them does not answer
   */
  public <T> List<T> askAll(String path, RecordFormat<T> format, Duration patience) {
    List<T> answers = new ArrayList<>();
    for (StreamsMetadata instance : streams.get().metadataForAllStreamsClients()) {
      Peer peer = new Peer(instance.hostInfo().host(), instance.hostInfo().port());
      if (!peer.equals(self)) {
        HttpResponse<byte[]> answer = send(to(peer, path).timeout(patience).build());
        if (answer.statusCode() != 200) {
          throw Problem.unavailable("An instance of this service cannot answer yet.").exception();
        }
        answers.add(format.read(answer.body()));
      }
    }
    return answers;
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

  private static HttpRequest.Builder to(Peer peer, String path) {
    return HttpRequest.newBuilder(URI.create("http://" + peer.host() + ":" + peer.port() + path));
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
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
