package dev.moim.studies.call;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.media.Media;
import dev.moim.shared.media.MediaGrants;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.studies.User;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The media server's room of a session of a study, for calls of more people than can send to each
 * other.
 */
public final class CallMedia {

  /**
   * What a client connects to the room with.
   *
   * @param url where the token is good
   */
  public record MediaAccess(String url, String token) {}

  /** Long enough to connect; whoever is there gets new ones from the media server. */
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(CallMedia.class);

  private final Optional<Supplier<Media>> media;

  /**
   * @param media empty in a deployment without a media server
   */
  public CallMedia(Optional<Supplier<Media>> media) {
    this.media = media;
  }

  /** Without the dot that names of other rooms have, so that nobody takes it for one of them. */
  public static MediaRoomName roomName(StudyCall call) {
    return new MediaRoomName("study~" + call.studyId() + "~" + call.session().id());
  }

  /** Whether they are connected to the room; nobody is where there is no media server. */
  public boolean isConnected(StudyCall call, String userId) {
    return media
        .map(Supplier::get)
        .filter(there ->
            there.server().participants(roomName(call)).stream()
                .anyMatch(participant -> participant.identity().equals(userId)))
        .isPresent();
  }

  /**
   * @throws DomainException if there should be a media server and it cannot be told where
   */
  void requireUsable() {
    var _ = media.map(Supplier::get);
  }

  public Optional<MediaAccess> access(StudyCall call, User user) {
    return media
        .map(Supplier::get)
        .map(there ->
            new MediaAccess(
                there.clientUrl(),
                there
                    .tokens()
                    .mint(roomName(call), user.id(), MediaGrants.usual().lasting(TOKEN_LIFE))));
  }

  /**
   * Disconnects somebody from the room. Should the media server not be there, their token still
   * ends within minutes.
   */
  public void remove(StudyCall call, String userId) {
    media.ifPresent(there -> {
      try {
        there.get().server().remove(roomName(call), userId);
      } catch (DomainException unavailable) {
        LOG.warn("a participant may still be in {}", roomName(call).text());
      }
    });
  }
}
