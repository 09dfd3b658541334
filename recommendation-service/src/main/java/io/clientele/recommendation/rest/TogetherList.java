package io.clientele.recommendation.rest;

import io.clientele.recommendation.serve.Together;
import java.util.List;

/**
 * What is bought with a product.
 *
 * @param id the product asked about
 * @param items the surest first, by confidence · (1 − 1/√count)
 */
record TogetherList(String id, List<Together> items) {}
