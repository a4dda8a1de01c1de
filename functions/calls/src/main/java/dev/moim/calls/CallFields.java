package dev.moim.calls;

import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Utf8;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields in which clients name users, rooms and themselves. They are stored with every seat and
 * read with every message, so their sizes are limited in UTF-8 bytes.
 */
public final class CallFields {

  private static final int USER_ID_BYTES = 36;
  private static final int ROOM_ID_BYTES = 64;
  private static final int NAME_BYTES = 60;
  private static final int DEVICE_BYTES = 40;
  private static final int TITLE_BYTES = 200;

  /** Letters of any script, digits, and marks that are safe in URLs, keys and file names. */
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{M}\\p{N}._@:+-]+");

  private CallFields() {}

  public static String userId(Fields request) {
    return optionalUserId(request).orElseThrow(() -> FieldException.missing("userId"));
  }

  public static Optional<String> optionalUserId(Fields request) {
    return id(request, "userId", USER_ID_BYTES);
  }

  public static String target(Fields request) {
    return id(request, "target", USER_ID_BYTES).orElseThrow(() -> FieldException.missing("target"));
  }

  public static String roomId(Fields request) {
    return optionalRoomId(request).orElseThrow(() -> FieldException.missing("roomId"));
  }

  public static Optional<String> optionalRoomId(Fields request) {
    return id(request, "roomId", ROOM_ID_BYTES);
  }

  /** A display name is cut rather than refused: it names, it does not identify. */
  public static Optional<String> name(Fields request) {
    return request.optionalText("name").map(name -> Utf8.cut(name, NAME_BYTES));
  }

  public static String device(Fields request) {
    return request.optionalText("device").map(device -> Utf8.cut(device, DEVICE_BYTES)).orElse("");
  }

  /** Unlike a name it is the host's to choose, who should see what others will. */
  public static Optional<String> title(Fields request) {
    Optional<String> title = request.optionalText("title");
    title
        .filter(text -> Utf8.bytes(text) > TITLE_BYTES)
        .ifPresent(tooLong -> {
          throw FieldException.invalid("title", "at most " + TITLE_BYTES + " bytes");
        });
    return title;
  }

  private static Optional<String> id(Fields request, String field, int maxBytes) {
    Optional<String> id = request.optionalText(field);
    id.filter(text -> Utf8.bytes(text) > maxBytes || !ID.matcher(text).matches())
        .ifPresent(text -> {
          throw FieldException.invalid(
              field, "at most " + maxBytes + " bytes of letters, digits and . _ @ : + -");
        });
    return id;
  }
}
