package io.clientele.runtime.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** This instance of a service: what it holds, and what the one other instance says. */
final class Instance implements CustomerReads.Owners {

  static final Peers.Peer OTHER = new Peers.Peer("other", 1);

  /** Ids that start so are the other instance's. */
  private static final String THERE = "there";

  /** What stands in the state that this instance owns, and in its copy of the other's. */
  final Map<String, Lookup<String>> here = new HashMap<>();

  final Map<String, Lookup<String>> copyHere = new HashMap<>();

  /** What the other instance answers, by path; it has a copy of all that is here. */
  final Map<String, PeerAnswer> there = new HashMap<>();

  final Map<String, PeerAnswer> copyThere = new HashMap<>();

  /** What the other was asked. */
  final List<PeerRequest> asked = new ArrayList<>();

  boolean hasStandbys = true;
  boolean restoring;
  boolean otherIsDead;
  boolean isAskedForACopy;
  int hops;

  Lookup<String> find(String id, Copy copy) {
    boolean owned = !id.startsWith(THERE);
    if (!copy.mayBeStale() && (!owned || restoring)) {
      throw new InvalidStateStoreException("not to be read");
    }
    return (owned ? here : copyHere).getOrDefault(id, new Lookup.Absent<>());
  }

  @Override
  public Place placeOf(String store, String key) {
    boolean owned = !key.startsWith(THERE);
    return new Place(
        0,
        owned,
        owned ? Optional.empty() : Optional.of(OTHER),
        hasStandbys && !owned,
        hasStandbys && owned ? List.of(OTHER) : List.of());
  }

  @Override
  public int hops() {
    return hops;
  }

  @Override
  public boolean copyWillDo() {
    return isAskedForACopy;
  }

  @Override
  public PeerAnswer ask(Peers.Peer peer, PeerRequest request) {
    asked.add(request);
    if (otherIsDead) {
      return new PeerAnswer.Failed(Problem.unavailable("dead").response());
    }
    return request.copyWillDo()
        ? copyThere.getOrDefault(request.path(), new PeerAnswer.Unknown(true))
        : there.getOrDefault(request.path(), new PeerAnswer.Unknown(false));
  }

  static PeerAnswer told(String text) {
    return new PeerAnswer.Told(Response.ok(text).build(), false);
  }

  static PeerAnswer toldFromACopy(String text) {
    return new PeerAnswer.Told(Response.ok(text).build(), true);
  }

  static UriInfo at(String path) {
    URI uri = URI.create("http://here" + path);
    return (UriInfo)
        Proxy.newProxyInstance(
            UriInfo.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getRequestUri")) {
                return uri;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
