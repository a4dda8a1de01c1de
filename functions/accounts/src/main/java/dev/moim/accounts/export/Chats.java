package dev.moim.accounts.export;

import java.time.Instant;
import java.util.List;

/** What chat rooms know of somebody, as far as the export needs it. */
public interface Chats {

  /** The last so many things somebody has said are in an export. */
  int MOST_SAID = 1_000;

  /** Something somebody has said. */
  record Said(String roomId, Instant at, String text) {}

  /**
   * Something somebody was told.
   *
   * @param title of the meeting it is about
   */
  record Told(String id, String type, String title) {}

  /**
   * @param roomIds where they take part
   * @param said the last first
   */
  record Traces(List<String> roomIds, List<Said> said, List<Told> told) {}

  /** Two requests, and one for each 100 things they have said. */
  Traces of(long userId);
}
