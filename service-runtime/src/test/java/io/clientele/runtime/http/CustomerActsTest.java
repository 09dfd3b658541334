package io.clientele.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.Test;

class CustomerActsTest {

  private static final String BODY = "{\"identity\":\"ada\"}";

  private final Instance instance = new Instance();
  private final CustomerReads reads = new CustomerReads(instance, "store");
  private final List<String> done = new ArrayList<>();

  @Test
  void ownerActsAndSaysHow() {
    instance.here.put("phone", new Lookup.Moved<>("ada"));
    instance.here.put("ada", new Lookup.Found<>("Ada"));

    assertThat(act("phone").getStatus()).isEqualTo(202);
    assertThat(done).containsExactly("Ada");
  }

  @Test
  void ownerElsewhereIsSentTheBody() {
    instance.here.put("ada", new Lookup.Moved<>("there"));
    instance.there.put("/v1/customers/there/split", Instance.told("done"));

    assertThat(act("ada").getEntity()).isEqualTo("done");
    assertThat(instance.asked)
        .containsExactly(new PeerRequest("/v1/customers/there/split", BODY, 1, false, false));
    assertThat(done).isEmpty();
  }

  @Test
  void nothingIsDoneAtACopy() {
    instance.otherIsDead = true;
    instance.copyHere.put("there", new Lookup.Found<>("old"));

    Response answer = act("there");

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isNotNull();
    assertThat(instance.asked).hasSize(1);
    assertThat(done).isEmpty();
  }

  @Test
  void nothingIsDoneWhileTheStateIsRestored() {
    instance.restoring = true;
    instance.here.put("ada", new Lookup.Found<>("Ada"));

    assertThatThrownBy(() -> act("ada")).isInstanceOf(InvalidStateStoreException.class);
    assertThat(done).isEmpty();
  }

  private Response act(String id) {
    return reads.act(
        id, Instance.at("/v1/customers/" + id + "/split"), BODY, (key, copy) -> act(key, copy));
  }

  private Lookup<Response> act(String id, Copy copy) {
    Lookup<String> found = instance.find(id, copy);
    if (found instanceof Lookup.Found<String> here) {
      done.add(here.body());
      return new Lookup.Found<>(Response.accepted().build());
    } else if (found instanceof Lookup.Moved<String> moved) {
      return new Lookup.Moved<>(moved.to());
    }
    return new Lookup.Absent<>();
  }
}
