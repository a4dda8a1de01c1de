package dev.moim.chat.subscription;

import dev.moim.shared.people.PersonIds;
import java.util.Optional;

/** What clients subscribe to. */
public sealed interface Topic {

  String NOTIFICATIONS = "/sub/notifications";
  String ROOMS = "/sub/chat/room/";

  /** What is said in a room. */
  record OfRoom(long roomId) implements Topic {}

  /** What somebody is notified of. */
  record OfUser(long userId) implements Topic {}

  /** Where messages about it are sent to. */
  default String destination() {
    return switch (this) {
      case OfRoom(long roomId) -> ROOMS + roomId;
      case OfUser _ -> NOTIFICATIONS;
    };
  }

  /**
   * What a destination is about.
   *
   * @param userId who asks
   */
  static Optional<Topic> of(String destination, long userId) {
    if (destination.equals(NOTIFICATIONS)) {
      return Optional.of(new OfUser(userId));
    }
    if (!destination.startsWith(ROOMS)) {
      return Optional.empty();
    }
    long roomId = PersonIds.parse(destination.substring(ROOMS.length()));
    return Optional.<Topic>of(new OfRoom(roomId))
        .filter(room -> roomId != 0 && room.destination().equals(destination));
  }
}
