package io.clientele.ingest.call;

import io.clientele.ingest.clean.Address;
import java.util.List;
import java.util.Set;

/** Tells by a field's name whether it identifies a person, however shops write it. */
final class Identifiers {

  /** What the name of every IP address reads as; cut to its network it stands for no person. */
  static final String ADDRESS = "ip";

  private static final Set<String> NAMES =
      Set.of(
          "mobile",
          "mobilenumber",
          "fax",
          "middlename",
          "nickname",
          "displayname",
          "maidenname",
          "contactname",
          "dob",
          "street",
          "streetname",
          "housenumber",
          "zip",
          "zipcode",
          "postcode",
          "postalcode",
          "username",
          "avatar");

  /** Identify a person under whatever prefix, as in {@code billing_address}. */
  private static final List<String> ENDINGS =
      List.of(
          "email",
          "phone",
          "phonenumber",
          "address",
          "firstname",
          "givenname",
          "lastname",
          "familyname",
          "surname",
          "fullname",
          "customername",
          "birthday",
          "birthdate",
          "dateofbirth");

  /** Identify a person at the top only: nested ones name products, lists and the like. */
  private static final Set<String> TOP_NAMES = Set.of("name", "description");

  private Identifiers() {}

  /**
   * Whether a field of this name identifies a person.
   *
   * @param letters of the name, as {@link #lettersOf} gives them
   * @param level 0 at the top
   */
  static boolean include(String letters, int level) {
    return NAMES.contains(letters)
        || ENDINGS.stream().anyMatch(letters::endsWith)
        || (level == 0 && TOP_NAMES.contains(letters));
  }

  /** Shops write first_name, "First Name", firstName and address2. */
  static String lettersOf(String name) {
    if (Address.isField(name)) {
      return ADDRESS;
    }
    StringBuilder letters = new StringBuilder(name.length());
    name.chars()
        .filter(Character::isLetter)
        .forEach(c -> letters.append((char) Character.toLowerCase(c)));
    return letters.toString();
  }
}
