package io.clientele.local.platform;

/**
 * What the services stand on.
 *
 * @param kafka the broker's host and port
 * @param databaseUrl the JDBC URL of the lifecycle service's database
 * @param databaseUser its role
 * @param databasePassword the role's password
 */
public record Backing(
    String kafka, String databaseUrl, String databaseUser, String databasePassword) {}
