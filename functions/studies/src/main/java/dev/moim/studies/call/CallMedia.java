package dev.moim.studies.call;

import dev.moim.shared.media.Media;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.studies.User;
import java.util.Optional;
import java.util.function.Supplier;

/** The media server's room of a study, for calls of more people than can send to each other. */
public final class CallMedia {

  /**
   * What a client connects to the room with.
   *
   * @param url where the token is good
   */
  public record MediaAccess(String url, String token) {}

  private final Optional<Supplier<Media>> media;

  /**
   * @param media empty in a deployment without a media server
   */
  public CallMedia(Optional<Supplier<Media>> media) {
    this.media = media;
  }

  /** Without the dot that names of other rooms have, so that nobody takes it for one of them. */
  public static MediaRoomName roomName(String studyId) {
    return new MediaRoomName("study~" + studyId);
  }

  /** Whether they are connected to the room; nobody is where there is no media server. */
  public boolean isConnected(ParticipantKey key) {
    return media
        .map(Supplier::get)
        .filter(there ->
            there.server().participants(roomName(key.studyId())).stream()
                .anyMatch(participant -> participant.identity().equals(key.userId())))
        .isPresent();
  }

  public Optional<MediaAccess> access(StudyCall call, User user) {
    return media
        .map(Supplier::get)
        .map(there ->
            new MediaAccess(
                there.clientUrl(),
                there.tokens().mint(roomName(call.studyId()), user.id(), false)));
  }
}
