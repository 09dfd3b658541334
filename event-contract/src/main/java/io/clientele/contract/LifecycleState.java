package io.clientele.contract;

/** Where a customer stands with the shop. */
public enum LifecycleState {
  /** Seen, has not bought. */
  PROSPECT,
  /** Bought on one day so far, and is likely to come again. */
  NEW,
  /** Bought on several days, and is likely to come again. */
  ACTIVE,
  /** The probability of buying within the horizon has fallen below the first threshold. */
  AT_RISK,
  /** It has fallen below the second. */
  CHURNED,
  /** Bought again after having been churned. */
  WON_BACK
}
