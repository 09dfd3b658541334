package io.clientele.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomerReadsTest {

  private static final Peers.Peer OTHER = new Peers.Peer("other", 1);

  private static final UriInfo ADA = at(URI.create("http://here/v1/customers/ada/scores"));

  private final Map<String, Lookup<String>> here = new HashMap<>();
  private final Map<String, Response> there = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final CustomerReads reads = new CustomerReads(new OddlyOwned(), "store");

  @Test
  void customerWhoIsHereIsAnswered() {
    here.put("ada", new Lookup.Found<>("Ada"));

    assertThat(read("ada").getEntity()).isEqualTo("Ada");
  }

  @Test
  void deviceIsFoundByItsBareId() {
    here.put("anonymous:phone", new Lookup.Found<>("somebody"));

    assertThat(read("phone").getEntity()).isEqualTo("somebody");
  }

  @Test
  void mergesAreFollowed() {
    here.put("anonymous:phone", new Lookup.Moved<>("ada@shop"));
    here.put("ada@shop", new Lookup.Moved<>("ada"));
    here.put("ada", new Lookup.Found<>("Ada"));

    assertThat(read("anonymous:phone").getEntity()).isEqualTo("Ada");
  }

  @Test
  void mergesInACircleEndWithAProblem() {
    here.put("a", new Lookup.Moved<>("b"));
    here.put("b", new Lookup.Moved<>("a"));

    assertThat(read("a").getStatus()).isEqualTo(503);
  }

  @Test
  void ownerElsewhereIsAskedTheSameOfTheIdThatItHas() {
    here.put("ada", new Lookup.Moved<>("there/ä b"));
    there.put("/v1/customers/there%2F%C3%A4%20b/scores?at=2026-03-01", Response.ok("Ä").build());

    assertThat(read("ada").getEntity()).isEqualTo("Ä");
    assertThat(asked).hasSize(1);
  }

  @Test
  void strangerIsUnknownAfterEveryIdItMayMean() {
    assertThat(read("there").getStatus()).isEqualTo(404);
    assertThat(asked).containsExactly("/v1/customers/there/scores?at=2026-03-01");
  }

  @Test
  void instancesThatNameEachOtherEndWithAProblem() {
    Response answer =
        new CustomerReads(new NamesTheOther(0), "store").answer("ada", ADA, id -> null);

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(asked).hasSizeBetween(1, 10);
  }

  private Response read(String id) {
    URI uri = URI.create("http://here/v1/customers/" + id + "/scores?at=2026-03-01");
    return reads.answer(id, at(uri), key -> here.getOrDefault(key, new Lookup.Absent<>()));
  }

  /** The one question that reads ask of a request. */
  private static UriInfo at(URI uri) {
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

  /** An instance that takes its peer for the owner of everything, as does the peer of it. */
  private final class NamesTheOther implements CustomerReads.Owners {

    private final int hops;

    NamesTheOther(int hops) {
      this.hops = hops;
    }

    @Override
    public Optional<Peers.Peer> ownerOf(String store, String key) {
      return Optional.of(OTHER);
    }

    @Override
    public int hops() {
      return hops;
    }

    @Override
    public Optional<Response> ask(Peers.Peer peer, String path, int hopsWithThis) {
      asked.add(path);
      CustomerReads there = new CustomerReads(new NamesTheOther(hopsWithThis), "store");
      return Optional.of(there.answer("ada", ADA, id -> null));
    }
  }

  /** Ids that start with "there" are the other instance's. */
  private final class OddlyOwned implements CustomerReads.Owners {

    @Override
    public Optional<Peers.Peer> ownerOf(String store, String key) {
      return key.startsWith("there") ? Optional.of(OTHER) : Optional.empty();
    }

    @Override
    public int hops() {
      return 0;
    }

    @Override
    public Optional<Response> ask(Peers.Peer peer, String path, int hops) {
      asked.add(path);
      return Optional.ofNullable(there.get(path));
    }
  }
}
