package io.clientele.contract;

/**
 * A value breaks a rule of its record. The message names the field and the rule, never the value,
 * so that it may be quoted wherever the record is refused.
 */
public final class BrokenRuleException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** With the rule, in words of our own. */
  public BrokenRuleException(String rule) {
    super(rule);
  }
}
