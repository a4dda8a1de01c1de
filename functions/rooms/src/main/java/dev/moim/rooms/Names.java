package dev.moim.rooms;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts that clients choose, and how long they may be: they are stored with every room or seat. */
final class Names {

  private static final int USER_NAME_BYTES = 60;
  private static final int ROOM_ID_BYTES = 64;
  private static final int TOPIC_LENGTH = 200;
  private static final int DESCRIPTION_LENGTH = 1_000;

  /** A slash would make another path of it, and control characters come from no keyboard. */
  private static final Pattern FORBIDDEN = Pattern.compile("[/\\p{Cntrl}]");

  private Names() {}

  static String userName(Fields request) {
    return request
        .optionalText("userName")
        .filter(name -> !name.isBlank())
        .map(name -> checked("userName", USER_NAME_BYTES, name))
        .orElseThrow(() -> new DomainException(RoomError.IDENTITY_REQUIRED));
  }

  static String roomId(Fields request) {
    return checked("roomId", ROOM_ID_BYTES, request.text("roomId"));
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

  private static String checked(String field, int maxBytes, String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > maxBytes || FORBIDDEN.matcher(text).find()) {
      throw FieldException.invalid(field, "at most " + maxBytes + " bytes without slashes");
    }
    return text;
  }
}
