package io.clientele.local.platform;

/**
 * A database of one service's own.
 *
 * @param url the JDBC URL
 * @param user the role that owns it and nothing else
 */
public record Database(String url, String user, String password) {}
