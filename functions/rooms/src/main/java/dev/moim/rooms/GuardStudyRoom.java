package dev.moim.rooms;

import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.groups.OpenCalls;
import dev.moim.shared.media.Media;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.rooms.Participant;
import java.util.function.Supplier;

/**
 * Keeps the media room of a study's session to its participants: a token outlives a membership, a
 * departure and a session. All rooms of the media server send their events to this family.
 */
public final class GuardStudyRoom {

  private final Groups groups;
  private final OpenCalls calls;
  private final Supplier<Media> media;

  public GuardStudyRoom(Groups groups, OpenCalls calls, Supplier<Media> media) {
    this.groups = groups;
    this.calls = calls;
    this.media = media;
  }

  /**
   * Removes whoever is not in the open session that the room is for, or no member of the study any
   * more; rooms of anything else are left alone.
   */
  void visited(MediaRoomName room, Participant participant) {
    room.studyId()
        .map(studyId -> new MemberKey(studyId, participant.identity()))
        .filter(who -> !(isMember(who) && takesPart(who, room)))
        .ifPresent(_ -> media.get().server().remove(room, participant.identity()));
  }

  private boolean isMember(MemberKey who) {
    return groups.find(who).filter(Member::isActive).isPresent();
  }

  private boolean takesPart(MemberKey who, MediaRoomName room) {
    return room.sessionId().filter(session -> calls.isInside(who, session)).isPresent();
  }
}
