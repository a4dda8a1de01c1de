package dev.moim.shared.media;

import dev.moim.shared.kernel.RoomKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the media server calls a room. It knows nothing of tenants, so the name of a license's room
 * holds both of its ids; other families name theirs without a dot.
 */
public record MediaRoomName(String text) {

  /** How the name of a study's room begins; the study's id follows, and perhaps a session's. */
  private static final Pattern STUDY = Pattern.compile("study~([^~.]+)(?:~([^~.]+))?");

  /** Ids of licenses are letters and digits, so the first one ends them. */
  private static final char SEPARATOR = '.';

  public static MediaRoomName of(RoomKey room) {
    return new MediaRoomName(room.licenseId() + SEPARATOR + room.roomId());
  }

  /** The study whose call has its media in this room; empty for any other room. */
  public Optional<String> studyId() {
    Matcher study = STUDY.matcher(text);
    return study.matches() ? Optional.of(study.group(1)) : Optional.empty();
  }

  /** The session of that study's call; empty for a name that has none, as tokens of before have. */
  public Optional<String> sessionId() {
    Matcher study = STUDY.matcher(text);
    return study.matches() ? Optional.ofNullable(study.group(2)) : Optional.empty();
  }

  /** The license's room of this name; empty for a name of any other form. */
  public Optional<RoomKey> key() {
    int end = text.indexOf(SEPARATOR);
    return end <= 0 || end == text.length() - 1
        ? Optional.empty()
        : Optional.of(new RoomKey(text.substring(0, end), text.substring(end + 1)));
  }
}
