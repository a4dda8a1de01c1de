package dev.moim.meetings.dynamodb;

/**
 * Names of the tables that this family uses.
 *
 * @param accounts to look up people
 * @param groups who belongs to which meeting
 */
public record MeetingsTables(String meetings, String accounts, String groups) {}
