package io.clientele.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a customer met the shop. */
public enum Channel {
  WEB,
  APP,
  STORE,
  SOCIAL,
  SERVICE,
  CRM,
  SURVEY;

  /** The lower-case name that events carry. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The channel of this name, in any case.
   *
   * @throws BrokenRuleException if there is none
   */
  @JsonCreator
  public static Channel named(String name) {
    for (Channel channel : values()) {
      if (channel.wireName().equalsIgnoreCase(name)) {
        return channel;
      }
    }
    throw new BrokenRuleException("the channel is none that there is");
  }
}
