package dev.moim.meetings.dynamodb;

import dev.moim.shared.kernel.Settings;

/**
 * Names of the tables that this family uses.
 *
 * @param accounts to look up people
 * @param groups who belongs to which meeting
 */
public record MeetingsTables(String meetings, String accounts, String groups) {

  public static MeetingsTables of(Settings settings) {
    return new MeetingsTables(
        settings.require("MEETINGS_TABLE"),
        settings.require("ACCOUNTS_TABLE"),
        settings.require("GROUPS_TABLE"));
  }
}
