package io.clientele.bench.recommend;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the service answered when it was to let its ranker learn.
 *
 * @param sessions in the index
 * @param status 409 where there is too little to learn from
 * @param seconds until the answer
 * @param answer null where there was no JSON
 */
record Fit(int sessions, int status, double seconds, JsonNode answer) {}
