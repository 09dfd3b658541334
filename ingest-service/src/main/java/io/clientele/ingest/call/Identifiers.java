package io.clientele.ingest.call;

import java.util.List;
import java.util.Set;

/** Tells by a field's name whether it identifies a person, however shops write it. */
final class Identifiers {

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

  /** Cut to the network they stand for no person. */
  private static final Set<String> EXCEPT = Set.of("ipaddress", "useripaddress");

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
    return !EXCEPT.contains(letters)
        && (NAMES.contains(letters)
            || ENDINGS.stream().anyMatch(letters::endsWith)
            || (level == 0 && TOP_NAMES.contains(letters)));
  }

  /** Shops write first_name, "First Name", firstName and address2. */
  static String lettersOf(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    name.chars()
        .filter(Character::isLetter)
        .forEach(c -> letters.append((char) Character.toLowerCase(c)));
    return letters.toString();
  }
}
