package dev.moim.shared.people;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Who somebody is. Accounts that were never verified are nobody's. */
public interface People {

  /** One request; the answer is the latest. */
  Optional<Person> find(long id);

  /**
   * Those of them who are there, by their ids. One request for up to 100, for half the price: what
   * was written a moment ago may be missing.
   */
  Map<Long, Person> findAll(Collection<Long> ids);
}
