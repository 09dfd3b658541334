package io.clientele.profile.person;

import io.clientele.profile.fold.Stamp;

/** What an event named last; one that names nothing says nothing. */
record NewestName(String name, Stamp stamp) {

  /** Null if the name is. */
  static NewestName of(String name, Stamp stamp) {
    return name == null ? null : new NewestName(name, stamp);
  }

  /** The newer of two; either may be null. */
  static NewestName newer(NewestName one, NewestName other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.stamp.compareTo(other.stamp) < 0 ? other : one;
  }

  /** The name, or null where none was ever said. */
  static String nameOf(NewestName newest) {
    return newest == null ? null : newest.name;
  }
}
