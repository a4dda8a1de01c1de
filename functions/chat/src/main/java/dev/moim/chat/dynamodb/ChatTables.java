package dev.moim.chat.dynamodb;

/**
 * Names of the tables that this family uses.
 *
 * @param connections open sockets
 * @param accounts to look up people
 * @param groups who belongs to which meeting
 */
public record ChatTables(String chats, String connections, String accounts, String groups) {}
