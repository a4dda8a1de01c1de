package dev.moim.rooms;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Utf8;
import dev.moim.shared.media.MediaRoomName;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts that clients choose, and how long they may be: they are stored with every room or seat. */
public final class Names {

  private static final int USER_NAME_BYTES = 60;
  private static final int ROOM_ID_BYTES = 64;
  private static final int TOPIC_LENGTH = 200;
  private static final int DESCRIPTION_LENGTH = 1_000;

  /** A slash would make another path of it, and control characters come from no keyboard. */
  private static final Pattern FORBIDDEN = Pattern.compile("[/\\p{Cntrl}]");

  /** What stands beside rooms in their table has a {@code #} in its key. */
  private static final char NO_ROOM = '#';

  private Names() {}

  /** A person's own, whatever the request says; otherwise the one it names. */
  static String userName(Caller caller, Fields request) {
    String own = caller.person();
    return own == null ? userName(request) : own;
  }

  /** What a token calls somebody, if that can be an identity. */
  public static Optional<String> ofPerson(String name) {
    return Optional.of(name.strip()).filter(it -> !it.isEmpty() && fits(USER_NAME_BYTES, it));
  }

  private static String userName(Fields request) {
    return request
        .optionalText("userName")
        .filter(name -> !name.isBlank())
        .map(name -> checked("userName", USER_NAME_BYTES, name))
        .orElseThrow(() -> new DomainException(RoomError.IDENTITY_REQUIRED));
  }

  static String roomId(Caller caller, Fields request) {
    String roomId = checked("roomId", ROOM_ID_BYTES, roomId(caller, request.text("roomId")));
    if (!mayNameRoom(roomId)) {
      throw FieldException.invalid("roomId", "the id of a room");
    }
    return roomId;
  }

  /** The id in the name that tokens and connected clients give a room; any other text as it is. */
  static String roomId(Caller caller, String text) {
    return new MediaRoomName(text)
        .key()
        .filter(key -> key.licenseId().equals(caller.licenseId()))
        .map(RoomKey::roomId)
        .orElse(text);
  }

  /** Whether any room can have this id or sid; a key of the table takes no longer one. */
  static boolean mayNameRoom(String text) {
    return !text.isEmpty() && Utf8.bytes(text) <= ROOM_ID_BYTES && text.indexOf(NO_ROOM) < 0;
  }

  /** Clients in the wild call the topic {@code roomTitle}. */
  static Optional<String> topic(Fields request) {
    return request
        .optionalText("roomTopic", TOPIC_LENGTH)
        .or(() -> request.optionalText("roomTitle", TOPIC_LENGTH));
  }

  static String description(Fields request) {
    return request.optionalText("description", DESCRIPTION_LENGTH).orElse("");
  }

  private static boolean fits(int maxBytes, String text) {
    return Utf8.bytes(text) <= maxBytes && !FORBIDDEN.matcher(text).find();
  }

  private static String checked(String field, int maxBytes, String text) {
    if (!fits(maxBytes, text)) {
      throw FieldException.invalid(field, "at most " + maxBytes + " bytes without slashes");
    }
    return text;
  }
}
