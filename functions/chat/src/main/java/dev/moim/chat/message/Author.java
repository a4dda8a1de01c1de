package dev.moim.chat.message;

import dev.moim.shared.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * Who has sent a message, as they were called then.
 *
 * @param picture the name of theirs, as the family of accounts stores it; it is not kept with what
 *     they said, see {@link Faces}
 */
public record Author(long id, String nickname, @Nullable String picture) {

  /** In the place of somebody whose account is deleted. */
  public static final Author NOBODY = new Author(0, Person.NOBODY, null);

  Author looking(@Nullable String current) {
    return new Author(id, nickname, current);
  }

  public static Author of(Person person) {
    return new Author(person.id(), person.nickname(), person.picture());
  }
}
