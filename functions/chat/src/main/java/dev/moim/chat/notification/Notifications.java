package dev.moim.chat.notification;

import java.util.List;
import java.util.Optional;

/** What people were told. */
public interface Notifications {

  /** So many are kept in a list; who has more deletes some. */
  int MOST = 100;

  /**
   * Adds one. Ids grow in the order in which they are added, whatever happened first: so whoever
   * asks for those after one misses none.
   *
   * @return empty if they were told before
   */
  Optional<Notification> add(long userId, Occasion occasion);

  /** The latest first. One request. */
  List<Notification> newest(long userId, int limit);

  /** The last one's id, perhaps a moment late; 0 for none. One request, for half a read unit. */
  long lastId(long userId);

  /** Where somebody is in what they are told. */
  record Cursor(long userId, long after) {}

  /** Those after another one, in order. One request, for half a read unit if there are none. */
  List<Notification> after(Cursor cursor, int limit);

  /** One notification of somebody. */
  record Key(long userId, long id) {}

  /**
   * @return false if they have none of that id
   */
  boolean remove(Key key);

  void removeAll(long userId);
}
