package dev.moim.shared.uploads;

import java.util.regex.Pattern;

/**
 * Whom pictures belong to: they go together when that person or meeting goes.
 *
 * @param path {@code users/123}, for instance
 */
public record Folder(String path) {

  private static final Pattern FORM = Pattern.compile("[a-z]+/[A-Za-z0-9_-]+");

  /**
   * @throws IllegalArgumentException if it is not a kind and an id
   */
  public Folder {
    if (!FORM.matcher(path).matches()) {
      throw new IllegalArgumentException("not a folder of pictures");
    }
  }

  /**
   * @param userId of an account
   */
  public static Folder ofUser(String userId) {
    return new Folder("users/" + userId);
  }

  public static Folder ofMeeting(String meetingId) {
    return new Folder("meetings/" + meetingId);
  }
}
