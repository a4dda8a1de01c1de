package dev.moim.accounts.export;

import dev.moim.shared.groups.Member;
import java.time.Instant;
import java.util.List;

/** What meetings and the calls of groups know of somebody, as far as the export needs it. */
public interface Doings {

  /** A meeting of theirs. */
  record Made(String meetingId, Instant at, String title, String content) {}

  /** What they have applied for, and what became of it. */
  record Applied(long meetingId, String title, String status) {}

  /** What the calls of a group they took part in add up to. */
  record Called(String groupId, long sessions, long seconds) {}

  record Found(List<Made> made, List<Applied> applied, List<Called> called) {}

  /**
   * One request, and one for each 50 of their groups.
   *
   * @param groups everything they are or were in
   */
  Found of(long userId, List<Member> groups);
}
