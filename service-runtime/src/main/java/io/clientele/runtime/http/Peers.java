package io.clientele.runtime.http;

import io.clientele.contract.RecordFormat;
import jakarta.ws.rs.core.Response;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** The other instances of the same service, which have the partitions that this one has not. */
public final class Peers implements CustomerReads.Owners {

  /** Another instance. */
  public record Peer(String host, int port) {

    static Peer of(HostInfo host) {
      return new Peer(host.host(), host.port());
    }
  }

  /** The header that says how many instances have passed a request on. */
  public static final String HOPS = "Clientele-Hops";

  static final String NO_ANSWER = "The instance that has this customer does not answer.";

  private static final Pattern FEW = Pattern.compile("[0-9]{1,4}");

  private final PeerClient client = new PeerClient();
  private final Supplier<KafkaStreams> streams;
  private final UnaryOperator<String> requestHeader;
  private final Peer self;

  /**
   * The peers of this instance.
   *
   * @param streams knows which instance has what
   * @param advertisedAddress {@code host:port} of this instance, as {@code application.server}
   * @param requestHeader the value of a header of the request at hand, or null
   */
  public Peers(
      Supplier<KafkaStreams> streams,
      String advertisedAddress,
      UnaryOperator<String> requestHeader) {
    this.streams = streams;
    this.requestHeader = requestHeader;
    this.self = Peer.of(HostInfo.buildFromEndpoint(advertisedAddress));
  }

  /**
   * Who has a key of a store.
   *
   * @throws ProblemException with status 503 while nobody has said who has what
   */
  @Override
  public Place placeOf(String store, String key) {
    KeyQueryMetadata metadata =
        streams.get().queryMetadataForKey(store, key, new StringSerializer());
    if (metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
      throw Problem.unavailable("The partitions are being moved; try again.").exception();
    }
    return Place.of(metadata, self);
  }

  @Override
  public int hops() {
    String said = requestHeader.apply(HOPS);
    return said != null && FEW.matcher(said).matches() ? Integer.parseInt(said) : 0;
  }

  @Override
  public boolean copyWillDo() {
    return CustomerReads.YES.equals(requestHeader.apply(CustomerReads.STALE));
  }

  @Override
  public PeerAnswer ask(Peer peer, PeerRequest request) {
    return client.ask(peer, request);
  }

  /**
   * Another instance's answer to a POST without a body, for what one instance does for all: 503
   * where it does not answer. Nobody waits for it meanwhile.
   *
   * @param address {@code host:port}, as that instance advertises itself
   * @param patience how long it may take
   */
  public CompletionStage<Response> post(String address, String path, Duration patience) {
    Peer peer = Peer.of(HostInfo.buildFromEndpoint(address));
    return client.post(peer, path, hops() + 1, patience);
  }

  /**
   * Every other instance's answer to a GET, for figures that sum over all customers.
   *
   * @throws ProblemException with status 503 if one of them does not answer: a sum that leaves one
   *     out would be wrong without saying so
   */
  public <T> List<T> askAll(String path, RecordFormat<T> format) {
    return askAll(path, format, PeerClient.PATIENCE);
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
      Peer peer = Peer.of(instance.hostInfo());
      if (!peer.equals(self)) {
        HttpResponse<byte[]> answer = client.get(peer, path, patience);
        if (answer.statusCode() != 200) {
          throw Problem.unavailable("An instance of this service cannot answer yet.").exception();
        }
        answers.add(format.read(answer.body()));
      }
    }
    return answers;
  }
}
