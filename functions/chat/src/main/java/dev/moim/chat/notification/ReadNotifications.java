package dev.moim.chat.notification;

import dev.moim.chat.ChatError;
import dev.moim.chat.notification.Notifications.Cursor;
import dev.moim.chat.room.Asked;
import dev.moim.chat.room.Entry;
import dev.moim.chat.room.Rooms;
import dev.moim.shared.kernel.DomainException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Shows people what they are told. That there is something to read in a room is seen from the room:
 * a message writes nothing for those who may read it.
 */
public final class ReadNotifications {

  private final Notifications notifications;
  private final Rooms rooms;

  public ReadNotifications(Notifications notifications, Rooms rooms) {
    this.notifications = notifications;
    this.rooms = rooms;
  }

  /** The latest first. */
  public List<Notification> list(long userId) {
    List<Notification> all = new ArrayList<>(notifications.newest(userId, Notifications.MOST));
    rooms.of(userId).stream()
        .filter(Entry::hasNews)
        .map(ReadNotifications::unread)
        .forEach(all::add);
    all.sort(Comparator.comparingLong(Notification::id).reversed());
    return all;
  }

  /** Its id is the room's: both are ids of one kind, of which no two are equal. */
  private static Notification unread(Entry entry) {
    NotificationType type = NotificationType.NEW_CHAT_MESSAGE;
    String content = type.content(About.meeting(entry.room().title()));
    return new Notification(entry.room().id(), type, content);
  }

  public List<Notification> after(Cursor cursor, int limit) {
    return notifications.after(cursor, limit);
  }

  /** The stored ones' last id; 0 for somebody who has none. */
  public long lastId(long userId) {
    return notifications.lastId(userId);
  }

  /**
   * Whether there is something in a list without stored ones. It may be a moment behind: whoever
   * asks does so every few seconds.
   */
  public boolean hasUnreadRooms(long userId) {
    return rooms.lately(userId).stream().anyMatch(Entry::hasNews);
  }

  /**
   * @throws DomainException {@link ChatError#NOTIFICATION_NOT_FOUND}, also for somebody else's
   */
  public void delete(Notifications.Key key) {
    if (!notifications.remove(key) && !markRead(key)) {
      throw new DomainException(ChatError.NOTIFICATION_NOT_FOUND);
    }
  }

  private boolean markRead(Notifications.Key key) {
    Asked asked = new Asked(key.userId(), key.id());
    var visit = rooms.visit(asked);
    return visit.seat().hasNews(visit.tally())
        && rooms.markRead(asked, visit.tally()) == Rooms.Marked.DONE;
  }

  public void deleteAll(long userId) {
    notifications.removeAll(userId);
    for (Entry entry : rooms.of(userId)) {
      if (entry.hasNews()) {
        rooms.markRead(new Asked(userId, entry.room().id()), entry.tally());
      }
    }
  }
}
