package dev.moim.rooms;

import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.media.Media;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.rooms.Participant;
import java.util.function.Supplier;

/**
 * Keeps the media rooms of studies to their members: a token outlives a membership. All rooms of
 * the media server send their events to this family.
 */
public final class GuardStudyRoom {

  private final Groups groups;
  private final Supplier<Media> media;

  public GuardStudyRoom(Groups groups, Supplier<Media> media) {
    this.groups = groups;
    this.media = media;
  }

  /** Removes whoever is no member of the study any more; rooms of anything else are left alone. */
  void visited(MediaRoomName room, Participant participant) {
    room.studyId()
        .map(studyId -> new MemberKey(studyId, participant.identity()))
        .filter(key -> !isMember(key))
        .ifPresent(_ -> media.get().server().remove(room, participant.identity()));
  }

  private boolean isMember(MemberKey key) {
    return groups.find(key).filter(Member::isActive).isPresent();
  }
}
