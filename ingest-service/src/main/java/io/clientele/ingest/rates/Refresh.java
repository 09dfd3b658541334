package io.clientele.ingest.rates;

/** What came of a look at the file of rates. */
public sealed interface Refresh {

  /** It says what it said before. */
  record Unchanged() implements Refresh {}

  /**
   * Its rates are in use from now on.
   *
   * @param days that it has rates of
   */
  record Replaced(int days) implements Refresh {}

  /**
   * It cannot be read, or not trusted; the rates before it stay in use.
   *
   * @param fault the file, the line and what is wrong with it
   */
  record Faulty(String fault) implements Refresh {}
}
