package dev.moim.shared.people;

import org.jspecify.annotations.Nullable;

/**
 * Somebody as others see them.
 *
 * @param picture where a picture of them is, as its family stores it
 * @param profiled whether they have made a profile, without which most doors stay shut
 */
public record Person(long id, String nickname, @Nullable String picture, boolean profiled) {

  /** Whoever wrote something and is gone: the text stays, the name does not. */
  public static final String NOBODY = "탈퇴한 사용자";

  /** What stands in the place of somebody who is not there any more. */
  public static Person gone(long id) {
    return new Person(id, NOBODY, null, false);
  }
}
