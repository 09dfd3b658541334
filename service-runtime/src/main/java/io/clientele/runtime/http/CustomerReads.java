package io.clientele.runtime.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;

/**
 * Answers {@code /v1/customers/{id}…} for any id of any customer, from whichever instance has it:
 * follows merges, and asks the instance that owns the id where it is not this one.
 */
public final class CustomerReads {

  /**
   * In an answer: it comes from a copy that may lack the newest changes. Between instances, in a
   * request: such a copy will do.
   */
  public static final String STALE = "Clientele-Stale";

  static final String YES = "true";

  /** Who has a customer, and how to ask them. */
  interface Owners {

    /** Where a key of a store is kept. */
    Place placeOf(String store, String key);

    /** How many instances have passed the request at hand on already; 0 for a caller's own. */
    int hops();

    /** Whether the request at hand says that a copy will do. */
    boolean copyWillDo();

    /** What a peer says. */
    PeerAnswer ask(Peers.Peer peer, PeerRequest request);
  }

  private final Owners peers;
  private final String store;

  /**
   * Reads by the partitions of one store.
   *
   * @param store the state store whose partitions say which instance has a customer
   */
  public CustomerReads(Peers peers, String store) {
    this((Owners) peers, store);
  }

  CustomerReads(Owners peers, String store) {
    this.peers = peers;
    this.store = store;
  }

  /**
   * The owner's answer, from here or from a peer; 503 where the owner does not answer.
   *
   * @param anyId as the caller named the customer
   * @param uri of the request, for asking a peer the same
   * @param local what this instance knows of a customer id that it owns
   */
  public <T> Response answer(String anyId, UriInfo uri, Function<String, Lookup<T>> local) {
    CopyLookup<Response> owned = (id, copy) -> ok(local.apply(id));
    return walk(new CustomerErrand(uri, null, owned, false)).to(anyId);
  }

  /**
   * The owner's answer, or, where the owner does not answer, that of a copy, with the header {@link
   * #STALE}.
   *
   * @param anyId as the caller named the customer
   * @param uri of the request, for asking a peer the same
   * @param local what this instance's copies know of a customer id
   */
  public <T> Response answer(String anyId, UriInfo uri, CopyLookup<T> local) {
    CopyLookup<Response> any = (id, copy) -> ok(local.find(id, copy));
    return walk(new CustomerErrand(uri, null, any, true)).to(anyId);
  }

  /**
   * Lets the owner of a customer do what a POST asks for. A copy never does it, and where it may be
   * done it is not asked for again: 503 then means that nobody knows.
   *
   * @param anyId as the caller named the customer
   * @param uri of the request, for asking a peer the same
   * @param json the request's body, for asking a peer the same
   * @param local does it, for a customer id that this instance owns, and says what to answer
   */
  public Response act(String anyId, UriInfo uri, String json, CopyLookup<Response> local) {
    return walk(new CustomerErrand(uri, json, local, false)).to(anyId);
  }

  private CustomerWalk walk(CustomerErrand errand) {
    return new CustomerWalk(peers, store, errand);
  }

  private static <T> Lookup<Response> ok(Lookup<T> found) {
    if (found instanceof Lookup.Found<T> here) {
      return new Lookup.Found<>(Response.ok(here.body()).build());
    } else if (found instanceof Lookup.Moved<T> moved) {
      return new Lookup.Moved<>(moved.to());
    }
    return new Lookup.Absent<>();
  }
}
