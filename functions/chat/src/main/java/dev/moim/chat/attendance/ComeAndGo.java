package dev.moim.chat.attendance;

import dev.moim.chat.ChatError;
import dev.moim.chat.room.Admit;
import dev.moim.chat.room.Asked;
import dev.moim.chat.room.Entry;
import dev.moim.chat.room.Room;
import dev.moim.chat.room.Rooms;
import dev.moim.chat.room.Rooms.Visit;
import dev.moim.chat.subscription.TellRoom;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.kernel.DomainException;
import java.time.Clock;

/**
 * Lets people into a room and out of it. Who takes part is decided by the meeting: to leave the one
 * is to leave the other.
 */
public final class ComeAndGo {

  private final Rooms rooms;
  private final TellRoom tellRoom;
  private final Clock clock;

  public ComeAndGo(Rooms rooms, TellRoom tellRoom, Clock clock) {
    this.rooms = rooms;
    this.tellRoom = tellRoom;
    this.clock = clock;
  }

  /**
   * Whoever the meeting lets in is let in here, usually before they ask.
   *
   * @throws DomainException {@link ChatError#ALREADY_IN}, {@link ChatError#NOT_IN_ROOM} for
   *     somebody who does not take part in the meeting, {@link ChatError#ROOM_NOT_FOUND}
   */
  public Entry join(Asked asked) {
    Room room = Admit.member(rooms.visit(asked));
    if (room.readerIds().contains(asked.callerId())) {
      throw new DomainException(ChatError.ALREADY_IN);
    }
    rooms.enter(asked);
    return entry(rooms.visit(asked));
  }

  /**
   * @throws DomainException {@link ChatError#NOT_FOR_HOST}, {@link ChatError#NOT_IN_ROOM}, {@link
   *     ChatError#ROOM_NOT_FOUND}
   */
  public Entry leave(Asked asked) {
    Visit visit = rooms.visit(asked);
    Room room = Admit.member(visit);
    if (room.hostId() == asked.callerId()) {
      throw new DomainException(ChatError.NOT_FOR_HOST);
    }
    DomainEvent event = Parting.of(Parting.LEAVING, asked, asked.callerId(), clock.instant());
    rooms.exit(asked, event);
    tellRoom.silence(asked);
    return entry(visit).of(room.without(asked.callerId()));
  }

  /**
   * @throws DomainException {@link ChatError#HOST_ONLY}, {@link ChatError#USER_NOT_FOUND}, {@link
   *     ChatError#ROOM_NOT_FOUND}
   */
  public Entry kick(Kick kick) {
    Asked asked = new Asked(kick.callerId(), kick.roomId());
    Visit visit = rooms.visit(asked);
    Room room = Admit.host(visit, kick.callerId());
    boolean there = room.readerIds().contains(kick.userId());
    if (!there || kick.userId() == kick.callerId()) {
      throw new DomainException(ChatError.USER_NOT_FOUND);
    }
    Asked gone = new Asked(kick.userId(), kick.roomId());
    rooms.exit(gone, Parting.of(Parting.KICKING, asked, kick.userId(), clock.instant()));
    tellRoom.silence(gone);
    return entry(visit).of(room.without(kick.userId()));
  }

  /** Who puts whom out of which room. */
  public record Kick(long callerId, long roomId, long userId) {}

  private static Entry entry(Visit visit) {
    return new Entry(Admit.room(visit), visit.tally(), visit.seat());
  }
}
