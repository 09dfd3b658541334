package io.clientele.ingest.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.Fault;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** One thing that a client sent, and how it reads as a call of the platform's own form. */
public interface Item {

  /**
   * How it reads.
   *
   * @param node the call, in the shape of Segment's, whoever sent it; a missing node where it is
   *     not well-formed
   * @param fault what its protocol itself finds wrong with it, at its place in what was sent, or
   *     null; what is wrong with the call is not its affair
   * @param places where something stands in what was sent, given where it stands in the call
   */
  record Reading(JsonNode node, Fault fault, UnaryOperator<String> places) {

    public Reading {
      Objects.requireNonNull(node, "node");
      Objects.requireNonNull(places, "places");
    }

    /** Of what was sent as a call. */
    public static Reading of(JsonNode node) {
      return new Reading(node, null, UnaryOperator.identity());
    }
  }

  /**
   * How it reads. May be read anew each time, so whoever judges it reads it once.
   *
   * @throws Refusal where more can be said of why it cannot be read, with its place in what was
   *     sent
   */
  Reading read();

  /** The call alone. */
  default JsonNode node() {
    return read().node();
  }

  /** How long it was as it was sent. */
  int sizeBytes();

  /** Exactly what was sent. */
  String text();
}
