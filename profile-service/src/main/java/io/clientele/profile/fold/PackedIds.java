package io.clientele.profile.fold;

import java.util.HexFormat;
import java.util.UUID;

/** Ids in half the bytes of their text where they are 32 hexadecimal digits or UUIDs. */
public final class PackedIds {

  private static final int TEXT = 0;
  private static final int DIGITS = 1;
  private static final int DASHED = 2;

  private static final int UUID_CHARACTERS = 36;
  private static final int LONG_DIGITS = 16;
  private static final HexFormat HEX = HexFormat.of();

  private PackedIds() {}

  /** Any id, not null. */
  public static void pack(Packer packer, String id) {
    if (isDashed(id)) {
      UUID uuid = UUID.fromString(id);
      packer
          .number(DASHED)
          .fixedLong(uuid.getMostSignificantBits())
          .fixedLong(uuid.getLeastSignificantBits());
    } else if (isDigits(id)) {
      packer
          .number(DIGITS)
          .fixedLong(HexFormat.fromHexDigitsToLong(id, 0, LONG_DIGITS))
          .fixedLong(HexFormat.fromHexDigitsToLong(id, LONG_DIGITS, 2 * LONG_DIGITS));
    } else {
      packer.number(TEXT).text(id);
    }
  }

  /** Reads what {@link #pack} wrote. */
  public static String unpack(Unpacker unpacker) {
    int form = unpacker.integer();
    if (form == TEXT) {
      return unpacker.text();
    }
    long high = unpacker.fixedLong();
    long low = unpacker.fixedLong();
    return form == DASHED
        ? new UUID(high, low).toString()
        : HEX.toHexDigits(high) + HEX.toHexDigits(low);
  }

  private static boolean isDigits(String id) {
    boolean digits = id.length() == 2 * LONG_DIGITS;
    for (int at = 0; digits && at < id.length(); at++) {
      digits = isDigit(id.charAt(at));
    }
    return digits;
  }

  private static boolean isDashed(String id) {
    if (id.length() != UUID_CHARACTERS) {
      return false;
    }
    for (int at = 0; at < UUID_CHARACTERS; at++) {
      boolean dash = at == 8 || at == 13 || at == 18 || at == 23;
      if (dash ? id.charAt(at) != '-' : !isDigit(id.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  /** Of lower case only, since the text must come back as it was. */
  private static boolean isDigit(int character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
  }
}
