package dev.moim.chat.message;

import dev.moim.shared.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * Who has sent a message, as they were then.
 *
 * @param picture its name, as the family of accounts stores it
 */
public record Author(long id, String nickname, @Nullable String picture) {

  /** In the place of somebody whose account is deleted. */
  public static final Author NOBODY = new Author(0, Person.NOBODY, null);

  public static Author of(Person person) {
    return new Author(person.id(), person.nickname(), person.picture());
  }
}
