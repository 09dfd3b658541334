package io.clientele.ingest.protocol;

import java.util.List;
import java.util.Optional;

/**
 * How one kind of client speaks: where it posts and what its bodies say. One package each; what
 * becomes of the calls is the same for all.
 */
public interface Protocol {

  /** Where it listens. */
  List<Endpoint> endpoints();

  /**
   * The write key that a request names outside its body.
   *
   * @return null where only the body may name it; a wrong one where it names none in a way that
   *     could be read
   */
  default String presentedKey(Request request) {
    return WriteKeys.presented(request.header("Authorization"), request.parameter("writeKey"));
  }

  /**
   * The headers that it reads, besides those by which the door knows the key, the type and the
   * packing of a body: browsers may send them.
   */
  default List<String> headers() {
    return List.of();
  }

  /**
   * What a body says. Never throws for what is in it.
   *
   * @param body unpacked; empty for a GET
   */
  Content read(Request request, byte[] body);

  /**
   * What was refused at one of the endpoints, to be read again as if it came alone.
   *
   * @param payload as it is in quarantine
   * @param around what stood around it, as JSON, or null
   */
  Content reread(Request request, byte[] payload, String around);

  /** What the client hears, where that is not the same for all. */
  default Optional<Reply> reply(Outcome outcome) {
    return Optional.empty();
  }
}
