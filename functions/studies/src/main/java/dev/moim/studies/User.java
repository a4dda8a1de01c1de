package dev.moim.studies;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as a session cookie or a token says it.
 *
 * @param id at most 64 bytes
 * @param name shown to others; may be empty
 * @param avatar a picture's address
 */
public record User(String id, String name, @Nullable String avatar) {

  /** One of whom only the id is known yet. */
  public static User of(String id) {
    return new User(id, "", null);
  }

  public User named(String other) {
    return new User(id, other, avatar);
  }

  public User pictured(@Nullable String address) {
    return new User(id, name, address);
  }
}
