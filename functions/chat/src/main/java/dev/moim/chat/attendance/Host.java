package dev.moim.chat.attendance;

import dev.moim.chat.ChatError;
import dev.moim.chat.room.Admit;
import dev.moim.chat.room.Asked;
import dev.moim.chat.room.Entry;
import dev.moim.chat.room.Room;
import dev.moim.chat.room.Rooms;
import dev.moim.chat.room.Rooms.Visit;
import dev.moim.chat.subscription.CloseRoom;
import dev.moim.shared.groups.Member;
import dev.moim.shared.kernel.DomainException;
import java.util.List;

/** What the host of a meeting does with its room. */
public final class Host {

  private final Rooms rooms;
  private final CloseRoom closeRoom;

  public Host(Rooms rooms, CloseRoom closeRoom) {
    this.rooms = rooms;
    this.closeRoom = closeRoom;
  }

  /**
   * Makes the room of a meeting, or shows it: with its meeting, one was made already.
   *
   * @throws DomainException {@link ChatError#MEETING_NOT_FOUND} for whoever does not take part, and
   *     {@link ChatError#HOST_ONLY}
   */
  public Entry create(Asked asked) {
    Visit visit = rooms.visit(asked);
    Member member =
        visit
            .member()
            .filter(Member::isActive)
            .orElseThrow(() -> new DomainException(ChatError.MEETING_NOT_FOUND));
    if (!member.owns()) {
      throw new DomainException(ChatError.HOST_ONLY);
    }
    Visit made = visit;
    if (visit.room().isEmpty()) {
      if (!rooms.create(room(asked, member))) {
        rooms.reopen(asked);
      }
      made = rooms.visit(asked);
    }
    return new Entry(Admit.room(made), made.tally(), made.seat());
  }

  /** As the group has it; what else there is to say comes with the news of the meeting. */
  private static Room room(Asked asked, Member host) {
    List<Long> readers = List.of(asked.callerId());
    return Room.first(asked.roomId(), host.group().name(), null, asked.callerId(), readers);
  }

  /**
   * @throws DomainException {@link ChatError#ROOM_NOT_FOUND}, {@link ChatError#HOST_ONLY}
   */
  public void delete(Asked asked) {
    Room room = Admit.host(rooms.visit(asked), asked.callerId());
    rooms.close(room);
    closeRoom.run(room.id());
  }
}
