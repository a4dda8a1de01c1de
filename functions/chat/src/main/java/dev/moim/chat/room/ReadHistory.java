package dev.moim.chat.room;

import dev.moim.chat.ChatError;
import dev.moim.chat.message.ChatMessage;
import dev.moim.chat.message.Faces;
import dev.moim.chat.message.Messages;
import dev.moim.chat.message.Messages.Window;
import dev.moim.chat.room.Rooms.Opened;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.people.PeopleError;
import java.util.List;

/** Shows what was said in a room, and notes that it was read. */
public final class ReadHistory {

  private final Rooms rooms;
  private final Messages messages;
  private final Faces faces;

  public ReadHistory(Rooms rooms, Messages messages, Faces faces) {
    this.rooms = rooms;
    this.messages = messages;
    this.faces = faces;
  }

  /**
   * The last messages, the oldest first; whoever sees them has read them. Three requests.
   *
   * @throws DomainException {@link ChatError#NOT_IN_ROOM}, {@link ChatError#ROOM_NOT_FOUND}, and
   *     {@link PeopleError#PROFILE_REQUIRED}
   */
  public List<ChatMessage> enter(Asked asked, int size) {
    Opened opened = rooms.open(asked.roomId(), size);
    if (opened.room().isEmpty()) {
      throw new DomainException(ChatError.ROOM_NOT_FOUND);
    }
    mark(asked, opened.tally());
    return faces.on(opened.newest());
  }

  /** Messages before or after another one, the oldest first. Three requests. */
  public List<ChatMessage> page(Asked asked, Window window) {
    Room room = Admit.profiled(rooms.visit(asked));
    return faces.on(messages.page(room.id(), window.since(room.since())));
  }

  private void mark(Asked asked, Tally seen) {
    switch (rooms.markRead(asked, seen)) {
      case DONE -> {}
      case NO_MEMBER -> throw new DomainException(ChatError.NOT_IN_ROOM);
      case NO_PROFILE -> throw new DomainException(PeopleError.PROFILE_REQUIRED);
    }
  }

  /**
   * Ends looking at a room.
   *
   * @return all rooms of the caller
   */
  public List<Entry> leave(Asked asked) {
    List<Entry> entries = rooms.of(asked.callerId());
    Entry left =
        entries.stream()
            .filter(entry -> entry.room().id() == asked.roomId())
            .findAny()
            .orElseThrow(() -> refusal(asked));
    mark(asked, left.tally());
    return entries.stream().map(entry -> entry.equals(left) ? entry.readAll() : entry).toList();
  }

  /** Why a room is not in somebody's list. */
  private DomainException refusal(Asked asked) {
    Admit.member(rooms.visit(asked));
    return new DomainException(ChatError.READ_STATE_NOT_FOUND);
  }
}
