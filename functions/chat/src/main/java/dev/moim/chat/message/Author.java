package dev.moim.chat.message;

import dev.moim.shared.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * Who has sent a message, as they were then.
 *
 * @param picture its name, as the family of accounts stores it
 */
public record Author(long id, String nickname, @Nullable String picture) {

  public static Author of(Person person) {
    return new Author(person.id(), person.nickname(), person.picture());
  }
}
