package dev.moim.studies.call.dynamodb;

import dev.moim.shared.kernel.Settings;

/**
 * The names of the tables that a request about a call reads.
 *
 * @param groups members of studies
 * @param calls calls of studies, and what is remembered of them
 */
public record StudyTables(String groups, String calls) {

  public static StudyTables of(Settings settings) {
    return new StudyTables(settings.require("GROUPS_TABLE"), settings.require("STUDY_CALLS_TABLE"));
  }
}
