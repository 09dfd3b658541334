package io.clientele.ingest.call;

import io.clientele.ingest.clean.Address;
import io.clientele.ingest.clean.Country;
import io.clientele.ingest.clean.CurrencyCode;
import io.clientele.ingest.clean.EmailAddress;
import io.clientele.ingest.clean.Language;
import io.clientele.ingest.clean.PhoneNumber;
import io.clientele.ingest.clean.Text;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Cleans texts of the shop's own naming; what they are is told by their names. What cannot be made
 * canonical stays as it came.
 *
 * @param note where changes are written down
 * @param region ISO 3166-1 alpha-2, of phone numbers without a country's prefix; or null
 */
record FreeText(Changes.Note note, String region) {

  private static final Set<String> PHONES = Set.of("mobile", "mobilenumber", "fax");
  private static final Set<String> COUNTRIES = Set.of("country", "countrycode");
  private static final Set<String> LANGUAGES = Set.of("language", "locale", "lang");

  /** One way to make a text canonical. */
  @FunctionalInterface
  private interface Canon {
    Optional<String> of(String text);
  }

  /**
   * The clean text; null for an address that cannot be read.
   *
   * @param letters of the field's name, as {@link Identifiers#lettersOf} gives them
   * @param place of the field, as a pointer; asked only if something changes
   */
  String clean(String letters, Supplier<String> place, String text) {
    if (letters.equals(Identifiers.ADDRESS)) {
      return network(place, text);
    }
    String clean = Text.clean(text);
    noteChange(Text.RULE, place, text, clean);
    if (letters.endsWith("email")) {
      return canonical(EmailAddress.RULE, EmailAddress::canonical, place, clean);
    }
    if (letters.endsWith("phone") || letters.endsWith("phonenumber") || PHONES.contains(letters)) {
      return canonical(
          PhoneNumber.RULE, phone -> PhoneNumber.canonical(phone, region), place, clean);
    }
    if (COUNTRIES.contains(letters)) {
      return canonical(Country.RULE, Country::code, place, clean);
    }
    if (LANGUAGES.contains(letters)) {
      return canonical(Language.RULE, Language::tag, place, clean);
    }
    if (letters.equals("currency")) {
      return canonical(CurrencyCode.RULE, CurrencyCode::of, place, clean);
    }
    return clean;
  }

  /** Not even the change may tell the whole address; one that cannot be cut is dropped. */
  private String network(Supplier<String> place, String text) {
    String network = Address.truncated(text).orElse(null);
    note.of(Address.RULE, place.get(), network == null ? Address.HIDDEN : null, network);
    return network;
  }

  private String canonical(String rule, Canon canon, Supplier<String> place, String text) {
    String canonical = canon.of(text).orElse(text);
    noteChange(rule, place, text, canonical);
    return canonical;
  }

  private void noteChange(String rule, Supplier<String> place, String from, String to) {
    if (!from.equals(to)) {
      note.of(rule, place.get(), from, to);
    }
  }
}
