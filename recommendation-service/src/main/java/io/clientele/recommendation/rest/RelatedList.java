package io.clientele.recommendation.rest;

import io.clientele.recommendation.serve.Related;
import java.util.List;

/**
 * What goes with a product.
 *
 * @param id the product asked about
 * @param items the best first
 */
record RelatedList(String id, List<Related> items) {}
