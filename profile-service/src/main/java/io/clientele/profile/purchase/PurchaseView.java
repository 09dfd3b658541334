package io.clientele.profile.purchase;

import io.clientele.contract.profile.Purchases;
import io.clientele.contract.profile.Window;
import java.util.Map;

/**
 * What a profile shows of a customer's purchases at a time.
 *
 * @param purchases of all its life
 * @param windows of each window
 */
public record PurchaseView(Purchases purchases, Map<Window, PurchaseCounts> windows) {}
