package dev.moim.studies.signal.dynamodb;

/**
 * The names of the tables that an event reads together.
 *
 * @param connections sockets
 * @param calls calls of studies, and who has their pages open
 */
public record SocketTables(String connections, String calls) {}
