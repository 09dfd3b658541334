package io.clientele.ingest.call;

import io.clientele.ingest.source.Source;
import java.time.Instant;

/**
 * What the platform itself knows of a request.
 *
 * @param source whose write key it brought
 * @param receivedAt by the platform's clock
 * @param address the literal address it came from, or null
 */
public record Arrival(Source source, Instant receivedAt, String address) {}
