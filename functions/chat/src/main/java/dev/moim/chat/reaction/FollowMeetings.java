package dev.moim.chat.reaction;

import dev.moim.chat.message.Author;
import dev.moim.chat.message.ChatMessage;
import dev.moim.chat.message.MessageIds;
import dev.moim.chat.message.Messages;
import dev.moim.chat.room.Asked;
import dev.moim.chat.room.Room;
import dev.moim.chat.room.Rooms;
import dev.moim.chat.subscription.CloseRoom;
import dev.moim.chat.subscription.TellRoom;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.people.People;
import java.util.List;

/**
 * Keeps rooms as their meetings are: a meeting has one, and whoever takes part is in it. Every
 * change may be made twice.
 */
public final class FollowMeetings {

  private final Rooms rooms;
  private final Messages messages;
  private final People people;
  private final TellRoom tellRoom;
  private final CloseRoom closeRoom;

  public FollowMeetings(
      Rooms rooms, Messages messages, People people, TellRoom tellRoom, CloseRoom closeRoom) {
    this.rooms = rooms;
    this.messages = messages;
    this.people = people;
    this.tellRoom = tellRoom;
    this.closeRoom = closeRoom;
  }

  public void run(DomainEvent event) {
    MeetingNews news = new MeetingNews(event);
    switch (event.kind()) {
      case MeetingNews.CREATED -> create(room(news, List.of(news.authorId())));
      case MeetingNews.CHANGED -> rooms.describe(room(news, List.of()));
      case MeetingNews.CANCELED, MeetingNews.EXPIRED -> end(news);
      case MeetingNews.APPROVED -> come(news);
      case MeetingNews.LEFT -> go(news, "님이 나갔습니다.");
      case MeetingNews.KICKED -> go(news, "님이 강퇴되었습니다.");
      default -> {} // who has applied, or not, is not in the room
    }
  }

  private static Room room(MeetingNews news, List<Long> readers) {
    return Room.first(news.meetingId(), news.title(), news.picture(), news.authorId(), readers);
  }

  /** The author may have been here before the news, which alone say what the meeting looks like. */
  private void create(Room room) {
    if (!rooms.create(room)) {
      rooms.describe(room);
    }
  }

  private void end(MeetingNews news) {
    rooms.delete(room(news, news.memberIds()));
    closeRoom.run(news.meetingId());
  }

  private void come(MeetingNews news) {
    if (rooms.enter(new Asked(news.userId(), news.meetingId()))) {
      say(news, "님이 들어왔습니다.");
    }
  }

  private void go(MeetingNews news, String what) {
    Asked who = new Asked(news.userId(), news.meetingId());
    rooms.exit(who);
    tellRoom.silence(who);
    say(news, what);
  }

  private void say(MeetingNews news, String what) {
    Author whom = people.find(news.userId()).map(Author::of).orElse(Author.NOBODY);
    DomainEvent event = news.event();
    ChatMessage notice =
        ChatMessage.notice(
            news.meetingId(),
            MessageIds.of(event.occurredAt(), event.id()),
            whom,
            what,
            event.occurredAt());
    if (messages.note(notice)) {
      tellRoom.tell(notice);
    }
  }
}
