package io.clientele.runtime.http;

import io.clientele.contract.CustomerIds;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers {@code GET /v1/customers/{id}…} for any id of any customer, from whichever instance has
 * it: follows merges, and asks the instance that owns the id where it is not this one.
 */
public final class CustomerReads {

  /** Who has a customer, and how to ask them. */
  interface Owners {

    /** The instance that owns a key of a store; empty where this one does. */
    Optional<Peers.Peer> ownerOf(String store, String key);

    /** How many instances have passed the request at hand on already; 0 for a caller's own. */
    int hops();

    /**
     * What a peer answers to a GET; empty where it knows nothing.
     *
     * @param hops how many instances have passed the request on, with this one
     */
    Optional<Response> ask(Peers.Peer peer, String path, int hops);
  }

  private static final Pattern PATH = Pattern.compile("(/v1/customers/)[^/]+(.*)");

  /** A device leads to its known id and that to its canonical one; anything longer is a fault. */
  private static final int MOST_MOVES = 4;

  /**
   * One a move, and one for an owner who has just changed. While partitions move, two instances may
   * each take the other for the owner.
   */
  private static final int MOST_HOPS = MOST_MOVES + 1;

  private static final String OWNERS_DISAGREE =
      "The instances do not agree yet on who has the customer; try again.";

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
   * The answer, from here or from a peer.
   *
   * @param anyId as the caller named the customer
   * @param uri of the request, for asking a peer the same
   * @param local what this instance knows of a customer id that it owns
   */
  public <T> Response answer(String anyId, UriInfo uri, Function<String, Lookup<T>> local) {
    for (String candidate : CustomerIds.candidates(anyId)) {
      Optional<Response> answer = follow(candidate, uri, local);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return Problem.unknownCustomer().response();
  }

  private <T> Optional<Response> follow(
      String candidate, UriInfo uri, Function<String, Lookup<T>> local) {
    String id = candidate;
    for (int moves = 0; moves < MOST_MOVES; moves++) {
      Optional<Peers.Peer> owner = peers.ownerOf(store, id);
      if (owner.isPresent()) {
        int hops = peers.hops();
        return hops < MOST_HOPS
            ? peers.ask(owner.get(), pathFor(id, uri), hops + 1)
            : Optional.of(Problem.unavailable(OWNERS_DISAGREE).response());
      }
      Lookup<T> found = local.apply(id);
      if (found instanceof Lookup.Found<T> here) {
        return Optional.of(Response.ok(here.body()).build());
      } else if (found instanceof Lookup.Moved<T> moved) {
        id = moved.to();
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(Problem.unavailable("The customer is being merged; try again.").response());
  }

  private static String pathFor(String id, UriInfo uri) {
    Matcher path = PATH.matcher(uri.getRequestUri().getRawPath());
    if (!path.matches()) {
      throw new IllegalStateException("not a path of a customer");
    }
    String query = uri.getRequestUri().getRawQuery();
    return path.group(1)
        + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")
        + path.group(2)
        + (query == null ? "" : "?" + query);
  }
}
