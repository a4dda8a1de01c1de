package dev.moim.meetings.meeting;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.people.PeopleError;
import dev.moim.shared.people.Person;
import java.util.Optional;

/** Lets in who has a profile. */
public final class Gate {

  private Gate() {}

  /**
   * @param caller empty for somebody whose account is gone
   * @throws DomainException a {@link PeopleError}
   */
  public static Person admit(Optional<Person> caller) {
    Person person = caller.orElseThrow(() -> new DomainException(PeopleError.INVALID_TOKEN));
    if (!person.profiled()) {
      throw new DomainException(PeopleError.PROFILE_REQUIRED);
    }
    return person;
  }
}
