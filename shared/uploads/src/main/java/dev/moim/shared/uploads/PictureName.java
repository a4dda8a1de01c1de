package dev.moim.shared.uploads;

import java.util.regex.Pattern;

/**
 * What a kept picture is called; whoever shows it remembers this text. It begins with the folder of
 * whom it belongs to and cannot be guessed.
 *
 * @param text {@code users/123/2Bs…}
 */
public record PictureName(String text) {

  private static final Pattern FORM = Pattern.compile("[a-z]+/[A-Za-z0-9_-]+/[A-Za-z0-9]+");

  /**
   * @throws IllegalArgumentException if it is none: only a store makes them
   */
  public PictureName {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not the name of a picture");
    }
  }

  public Folder folder() {
    return new Folder(text.substring(0, text.lastIndexOf('/')));
  }
}
