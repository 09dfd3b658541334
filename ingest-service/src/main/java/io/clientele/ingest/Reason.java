package io.clientele.ingest;

import java.util.Locale;

/** Why something was refused; the codes are stable and stand in the README. */
public enum Reason {
  MALFORMED_JSON("Malformed JSON"),
  MALFORMED_ENCODING("Malformed encoding"),
  DUPLICATE_FIELD("Field named twice"),
  INVALID_TEXT("Text that cannot be kept"),
  NOT_AN_OBJECT("Not an object"),
  NOT_AN_ARRAY("Not an array"),
  MISSING_BATCH("No batch"),
  TOO_LARGE("Too large"),
  TOO_MANY("Too many"),
  TOO_LONG("Too long"),
  TOO_DEEP("Nested too deeply"),
  UNKNOWN_TYPE("Unknown type of call"),
  INVALID_MESSAGE_ID("Invalid message id"),
  MISSING_ID("No id of the customer"),
  INVALID_ID("Invalid id"),
  RESERVED_ID("Reserved id"),
  MISSING_EVENT("No event name"),
  MISSING_GROUP_ID("No group id"),
  MISSING_PREVIOUS_ID("No previous id"),
  SAME_ID("Alias of itself"),
  INVALID_TIME("Invalid time"),
  MISSING_ORDER_ID("No order id"),
  MISSING_PRODUCT_ID("No product id"),
  INVALID_MONEY("Invalid amount"),
  UNKNOWN_CURRENCY("Unknown currency"),
  MISSING_RATE("No exchange rate"),
  INVALID_VALUE("Invalid value"),
  INVALID_NAME("Invalid name"),
  RESERVED_NAME("Reserved name"),
  MISSING_STREAM("No data stream"),
  MISSING_ATTRIBUTE("No CloudEvents attribute"),
  UNSUPPORTED_FORMAT("Unsupported format");

  private final String title;

  Reason(String title) {
    this.title = title;
  }

  /** The kebab-case code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The reason with this code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Reason coded(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** What it is called in a problem's title. */
  public String title() {
    return title;
  }
}
