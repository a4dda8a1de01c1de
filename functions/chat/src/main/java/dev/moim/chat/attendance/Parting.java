package dev.moim.chat.attendance;

import dev.moim.chat.room.Asked;
import dev.moim.shared.kernel.DomainEvent;
import java.time.Instant;
import java.util.Map;

/**
 * What somebody wants to do to the group of a meeting by leaving its room, for the family whose
 * group it is.
 */
public final class Parting {

  public static final String LEAVING = "chat.leaving";
  public static final String KICKING = "chat.kicking";

  public static final String MEETING_ID = "meetingId";

  /** Who is to go. */
  public static final String USER_ID = "userId";

  /** Who wants them to: themselves, or the host. */
  public static final String CALLER_ID = "callerId";

  private Parting() {}

  static DomainEvent of(String kind, Asked asked, long userId, Instant now) {
    Map<String, String> fields =
        Map.of(
            MEETING_ID, Long.toString(asked.roomId()),
            USER_ID, Long.toString(userId),
            CALLER_ID, Long.toString(asked.callerId()));
    return DomainEvent.of(kind, now, fields);
  }
}
