package io.clientele.runtime.http;

/**
 * What one instance asks of another.
 *
 * @param path with its query
 * @param body the JSON of a POST, or null for a GET
 * @param hops how many instances have passed the request on, with this one
 * @param copyWillDo whether a copy that may be stale is enough, since the owner does not answer
 * @param soon whether to give up soon, since somebody else may answer instead
 */
record PeerRequest(String path, String body, int hops, boolean copyWillDo, boolean soon) {}
