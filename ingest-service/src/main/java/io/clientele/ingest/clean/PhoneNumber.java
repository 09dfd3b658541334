package io.clientele.ingest.clean;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;
import java.util.Optional;

/** A phone number in the one form in which it can be dialled from anywhere. */
public final class PhoneNumber {

  /** The name under which this step is recorded. */
  public static final String RULE = "phone";

  private static final String SCHEME = "tel:";

  /** Longer than any number is written, and short enough for any pattern. */
  private static final int MOST_CHARACTERS = 60;

  private PhoneNumber() {}

  /**
   * The number in E.164; empty if its country has no such number, if it is national and no region
   * says where, or if it has an extension: E.164 cannot hold one, and without it a whole office
   * would be one customer. Letters, as in 1-800-FLOWERS, are not read.
   *
   * @param regionOrNull ISO 3166-1 alpha-2, for numbers without a country code
   */
  public static Optional<String> canonical(String text, String regionOrNull) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    String number = withoutScheme(Text.clean(text));
    if (number.codePoints().anyMatch(Character::isLetter)) {
      return Optional.empty();
    }
    String region = regionOrNull == null ? null : regionOrNull.toUpperCase(Locale.ROOT);
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    Phonenumber.PhoneNumber parsed;
    try {
      parsed = numbers.parse(number, region);
    } catch (NumberParseException e) {
      return Optional.empty();
    }
    return parsed.hasExtension() || !numbers.isValidNumber(parsed)
        ? Optional.empty()
        : Optional.of(numbers.format(parsed, PhoneNumberFormat.E164));
  }

  private static String withoutScheme(String number) {
    return number.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? number.substring(SCHEME.length())
        : number;
  }
}
