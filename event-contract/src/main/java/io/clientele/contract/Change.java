package io.clientele.contract;

/**
 * One thing that cleaning changed, so that everybody can see what was sent.
 *
 * @param field where, as a JSON pointer into what was sent
 * @param from what was sent, as text; null where there was nothing, and where the field is personal
 * @param to what it became, as text; null where it was dropped, and where the field is personal;
 *     both then stand in {@link CustomerEvent#personal} under {@link
 *     CustomerEvent#PERSONAL_CHANGES}
 * @param rule the name of the step, as ingest's README lists them
 */
public record Change(String field, String from, String to, String rule) {

  public Change {
    Require.present(field, "field");
    Require.text(rule, "rule");
  }
}
