package io.clientele.runtime.http;

/**
 * What an instance knows of one customer id.
 *
 * @param <T> the answer's body
 */
public sealed interface Lookup<T> {

  /** The customer, as the answer shows it. */
  record Found<T>(T body) implements Lookup<T> {}

  /** The id belongs to another customer now. */
  record Moved<T>(String to) implements Lookup<T> {}

  /** Nobody has seen this id, or nobody had by the moment asked for. */
  record Absent<T>() implements Lookup<T> {}
}
