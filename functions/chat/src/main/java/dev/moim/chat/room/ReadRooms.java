package dev.moim.chat.room;

import dev.moim.chat.room.Rooms.Visit;
import dev.moim.shared.people.People;
import dev.moim.shared.people.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Shows rooms to those who take part. */
public final class ReadRooms {

  private final Rooms rooms;
  private final People people;

  public ReadRooms(Rooms rooms, People people) {
    this.rooms = rooms;
    this.people = people;
  }

  /** All of somebody's, the latest meeting first. */
  public List<Entry> list(long userId) {
    Comparator<Entry> latest = Comparator.comparingLong(entry -> entry.room().id());
    return rooms.of(userId).stream().sorted(latest.reversed()).toList();
  }

  /**
   * @throws dev.moim.shared.kernel.DomainException {@code NOT_IN_ROOM}, {@code ROOM_NOT_FOUND}
   */
  public Entry one(Asked asked) {
    Visit visit = rooms.visit(asked);
    return new Entry(Admit.member(visit), visit.tally(), visit.seat());
  }

  /** Who takes part, in the order of their ids. */
  public List<Person> participants(Asked asked) {
    Room room = Admit.profiled(rooms.visit(asked));
    Map<Long, Person> found = people.findAll(room.readerIds());
    return room.readerIds().stream().map(id -> found.getOrDefault(id, Person.gone(id))).toList();
  }
}
