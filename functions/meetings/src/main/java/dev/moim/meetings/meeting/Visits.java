package dev.moim.meetings.meeting;

import dev.moim.shared.people.Person;
import java.util.Optional;

/** What has to be known before anything about a meeting can be decided. */
@FunctionalInterface
public interface Visits {

  /** Who asks about a meeting, and the meeting, if they are there. */
  record Visit(Optional<Person> caller, Optional<Meeting> meeting) {}

  /** One request; the answer is the latest. */
  Visit of(Asked asked);
}
