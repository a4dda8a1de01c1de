package dev.moim.shared.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a list goes on, in a text that clients send back as they got it. */
public final class Cursors {

  private Cursors() {}

  /**
   * @param position what the list needs to go on behind it; not secret, and not proof of anything
   */
  public static String of(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws FieldException if no answer can have held it
   */
  public static String position(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notOurs) {
      throw foreign();
    }
  }

  /** The field {@code cursor} is none of this list's. */
  public static FieldException foreign() {
    return FieldException.invalid("cursor", "one from an earlier answer");
  }
}
