package io.clientele.profile.person;

import io.clientele.profile.fold.Extent;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;

/** Names that an event may leave out, and that may be too long to be any. */
final class Names {

  /** Of a name in JSON; ingest keeps no longer ones either. */
  private static final int MOST_BYTES = 200;

  private Names() {}

  /** The name; null where there is none or it is too long to be one. */
  static String kept(String name) {
    return name == null || name.isBlank() || isLong(name) ? null : name;
  }

  /** No character takes more than six bytes, so that short names need not be measured. */
  private static boolean isLong(String name) {
    return name.length() > MOST_BYTES / 6 - 1 && Extent.of(name) > MOST_BYTES;
  }

  static void pack(String name, Packer packer) {
    packer.text(name == null ? "" : name);
  }

  static String unpack(Unpacker unpacker) {
    String name = unpacker.text();
    return name.isEmpty() ? null : name;
  }
}
