package io.clientele.runtime.http;

import io.clientele.contract.CustomerIds;
import io.clientele.runtime.http.CustomerReads.Owners;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * One request's way to its customer: along the merges, to the owner, and, where the owner does not
 * answer, to a copy. Remembers whether a copy had a say in the answer.
 */
final class CustomerWalk {

  /** A device leads to its known id and that to its canonical one; anything longer is a fault. */
  private static final int MOST_MOVES = 4;

  /**
   * One a move, and one for an owner who has just changed. While partitions move, two instances may
   * each take the other for the owner.
   */
  private static final int MOST_HOPS = MOST_MOVES + 1;

  private static final String OWNERS_DISAGREE =
      "The instances do not agree yet on who has the customer; try again.";

  private static final String NOBODY = "The customer's partition is being moved; try again.";

  private static final String PERHAPS_TOO_NEW =
      "Only a copy could be asked, and it lacks this customer, who may be too new for it; try again.";

  private final Owners owners;
  private final String store;
  private final CustomerErrand errand;
  private boolean stale;

  CustomerWalk(Owners owners, String store, CustomerErrand errand) {
    this.owners = owners;
    this.store = store;
    this.errand = errand;
  }

  /** The answer for the customer that this id may mean. */
  Response to(String anyId) {
    for (String candidate : CustomerIds.candidates(anyId)) {
      Optional<Response> answer = follow(candidate);
      if (answer.isPresent()) {
        return marked(answer.get());
      }
    }
    return unknown();
  }

  /**
   * A copy that is just being made lacks everybody, so what it lacks is not unknown. Between
   * instances the mark says so, since who asks may have other ids to try.
   */
  private Response unknown() {
    return stale && owners.hops() == 0
        ? Problem.unavailable(PERHAPS_TOO_NEW).response()
        : marked(Problem.unknownCustomer().response());
  }

  private Optional<Response> follow(String candidate) {
    String id = candidate;
    for (int moves = 0; moves < MOST_MOVES; moves++) {
      Lookup<Response> found = at(owners.placeOf(store, id), id);
      if (found instanceof Lookup.Found<Response> here) {
        return Optional.of(here.body());
      } else if (found instanceof Lookup.Moved<Response> moved) {
        id = moved.to();
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(Problem.unavailable("The customer is being merged; try again.").response());
  }

  private Lookup<Response> at(Place place, String id) {
    if (place.here()) {
      return owned(place, id);
    }
    // Who asks so has asked the owner already.
    Optional<Lookup<Response>> copied =
        owners.copyWillDo() && errand.copies() ? copyHere(place, id) : Optional.empty();
    return copied.orElseGet(() -> elsewhere(place, id));
  }

  private Lookup<Response> owned(Place place, String id) {
    try {
      return errand.local().find(id, new Copy(place.partition(), false));
    } catch (InvalidStateStoreException moving) {
      return copied(place, id).orElseThrow(() -> moving);
    }
  }

  private Lookup<Response> elsewhere(Place place, String id) {
    if (owners.hops() >= MOST_HOPS) {
      return unavailable(OWNERS_DISAGREE);
    }
    if (place.owner().isEmpty()) {
      return copied(place, id).orElseGet(() -> unavailable(NOBODY));
    }
    boolean copyAtHand = errand.copies() && place.hasCopies();
    PeerAnswer answer =
        owners.ask(place.owner().get(), request(id, owners.copyWillDo(), copyAtHand));
    if (answer instanceof PeerAnswer.Failed failed) {
      return copied(place, id).orElseGet(() -> new Lookup.Found<>(failed.problem()));
    }
    return read(answer);
  }

  /** From the copy here, else from another standby; empty where none can be read. */
  private Optional<Lookup<Response>> copied(Place place, String id) {
    if (!errand.copies()) {
      return Optional.empty();
    }
    Optional<Lookup<Response>> here = copyHere(place, id);
    if (here.isPresent() || owners.copyWillDo() || owners.hops() >= MOST_HOPS) {
      return here;
    }
    return place.copies().stream()
        .map(peer -> owners.ask(peer, request(id, true, true)))
        .filter(answer -> !(answer instanceof PeerAnswer.Failed))
        .findFirst()
        .map(this::read);
  }

  private Optional<Lookup<Response>> copyHere(Place place, String id) {
    if (!place.here() && !place.copyHere()) {
      return Optional.empty();
    }
    try {
      Lookup<Response> found = errand.local().find(id, new Copy(place.partition(), true));
      stale = true;
      return Optional.of(found);
    } catch (InvalidStateStoreException noCopy) {
      return Optional.empty(); // not opened yet, or closed by now: somebody else may have one
    }
  }

  private Lookup<Response> read(PeerAnswer answer) {
    if (answer instanceof PeerAnswer.Told told) {
      stale |= told.stale();
      return new Lookup.Found<>(told.response());
    } else if (answer instanceof PeerAnswer.Unknown unknown) {
      stale |= unknown.stale();
      return new Lookup.Absent<>();
    }
    return new Lookup.Found<>(((PeerAnswer.Failed) answer).problem());
  }

  private PeerRequest request(String id, boolean copyWillDo, boolean soon) {
    return new PeerRequest(errand.pathFor(id), errand.body(), owners.hops() + 1, copyWillDo, soon);
  }

  private static Lookup<Response> unavailable(String detail) {
    return new Lookup.Found<>(Problem.unavailable(detail).response());
  }

  private Response marked(Response answer) {
    return stale
        ? Response.fromResponse(answer).header(CustomerReads.STALE, CustomerReads.YES).build()
        : answer;
  }
}
