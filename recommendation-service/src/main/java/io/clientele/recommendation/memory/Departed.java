package io.clientele.recommendation.memory;

/**
 * How new the newest sequence was that left for want of room. Nothing as old is let in again,
 * whatever it is, so that what stays is given by what happened and not by the order of arrival.
 */
final class Departed {

  private long newest = -1;

  void add(long moment) {
    newest = Math.max(newest, moment);
  }

  boolean isAsOldAs(long moment) {
    return moment <= newest;
  }
}
