package io.clientele.local.platform;

/**
 * What the services stand on.
 *
 * @param kafka the broker's host and port
 * @param ingest the ingest service's database; null where it does not run
 * @param lifecycle the lifecycle service's database; null likewise
 */
public record Backing(String kafka, Database ingest, Database lifecycle) {}
