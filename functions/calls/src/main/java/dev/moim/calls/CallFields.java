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

  private static final int ID_BYTES = 64;
  private static final int NAME_BYTES = 60;
  private static final int DEVICE_BYTES = 40;
  private static final int TITLE_BYTES = 200;

  /**
   * Letters of any script, digits, and marks that tenants' own ids have, spaces among them; no
   * slash and no {@code #}, which join ids in keys.
   */
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{M}\\p{N}._@:+| -]+");

  private CallFields() {}

  public static String userId(Fields request) {
    return optionalUserId(request).orElseThrow(() -> FieldException.missing("userId"));
  }

  public static Optional<String> optionalUserId(Fields request) {
    return id(request, "userId");
  }

  public static String target(Fields request) {
    return id(request, "target").orElseThrow(() -> FieldException.missing("target"));
  }

  public static String roomId(Fields request) {
    return optionalRoomId(request).orElseThrow(() -> FieldException.missing("roomId"));
  }

  public static Optional<String> optionalRoomId(Fields request) {
    return id(request, "roomId");
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

  /** The same of a room that may have one already: an empty one takes it away. */
  public static Optional<String> newTitle(Fields request) {
    return "".equals(request.raw("title")) ? Optional.of("") : title(request);
  }

  private static Optional<String> id(Fields request, String field) {
    Optional<String> id = request.optionalText(field);
    id.filter(text -> !isId(text))
        .ifPresent(text -> {
          throw FieldException.invalid(
              field,
              "at most "
                  + ID_BYTES
                  + " bytes of letters, digits and . _ @ : + - |, with spaces only inside");
        });
    return id;
  }

  private static boolean isId(String text) {
    return Utf8.bytes(text) <= ID_BYTES && ID.matcher(text).matches() && text.strip().equals(text);
  }
}
