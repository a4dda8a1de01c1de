package dev.moim.shared.people;

import dev.moim.shared.kernel.DomainEvent;
import java.time.Instant;
import java.util.Map;

/** Word that somebody's account is deleted: whoever remembers them by this number forgets them. */
public final class PersonGone {

  public static final String KIND = "person.gone";

  private static final String USER_ID = "userId";

  private PersonGone() {}

  /** All it says is the number. */
  public static DomainEvent of(long userId, Instant at) {
    return DomainEvent.of(KIND, at, Map.of(USER_ID, Long.toString(userId)));
  }

  public static boolean is(DomainEvent event) {
    return event.kind().equals(KIND);
  }

  public static String userId(DomainEvent event) {
    return event.field(USER_ID);
  }
}
