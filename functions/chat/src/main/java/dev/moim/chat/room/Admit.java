package dev.moim.chat.room;

import dev.moim.chat.ChatError;
import dev.moim.chat.room.Rooms.Visit;
import dev.moim.shared.groups.Member;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.people.PeopleError;
import dev.moim.shared.people.Person;

/** Lets people in, or says why not. */
public final class Admit {

  private Admit() {}

  /** A room that is there. */
  public static Room room(Visit visit) {
    return visit.room().orElseThrow(() -> noRoom(visit));
  }

  /** There is no room yet, for those who take part in its meeting: it follows in a moment. */
  public static DomainException noRoom(Visit visit) {
    return takesPart(visit)
        ? DomainException.pending(ChatError.ROOM_NOT_FOUND)
        : new DomainException(ChatError.ROOM_NOT_FOUND);
  }

  private static boolean takesPart(Visit visit) {
    return visit.member().filter(Member::isActive).isPresent();
  }

  /** The same for somebody who takes part in its meeting. */
  public static Room member(Visit visit) {
    Room room = room(visit);
    if (!takesPart(visit) || visit.seat().out()) {
      throw new DomainException(ChatError.NOT_IN_ROOM);
    }
    return room;
  }

  /** The same for somebody who has a profile. */
  public static Room profiled(Visit visit) {
    Person caller =
        visit.caller().orElseThrow(() -> new DomainException(PeopleError.INVALID_TOKEN));
    if (!caller.profiled()) {
      throw new DomainException(PeopleError.PROFILE_REQUIRED);
    }
    return member(visit);
  }

  /** The same for its host. */
  public static Room host(Visit visit, long callerId) {
    Room room = room(visit);
    if (room.hostId() != callerId) {
      throw new DomainException(ChatError.HOST_ONLY);
    }
    return room;
  }
}
