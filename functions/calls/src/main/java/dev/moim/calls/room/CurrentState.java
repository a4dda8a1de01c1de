package dev.moim.calls.room;

import dev.moim.calls.connection.Owner;
import dev.moim.shared.rooms.Changes;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Share;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.sockets.LateNews;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is so by now of what members were told: news that is told late must not undo what they have
 * heard meanwhile.
 */
public final class CurrentState implements LateNews {

  private final Rooms rooms;

  public CurrentState(Rooms rooms) {
    this.rooms = rooms;
  }

  /** Nothing outdates what is no presence, nor what is told of a room that is gone. */
  @Override
  public List<Message> upToDate(Recipient to, Message told, Instant at) {
    if (!told.name().equals("presence") || to.mailbox().isEmpty()) {
      return List.of(told);
    }
    Owner hearing = Owner.ofKey(to.mailbox());
    return rooms
        .findNow(hearing.room(String.valueOf(told.fields().get("roomId"))))
        .map(now -> now(now, hearing.user(), told, at))
        .orElse(List.of(told));
  }

  private static List<Message> now(Room now, String hearing, Message told, Instant at) {
    String type = String.valueOf(told.fields().get("type"));
    String about = userId(told);
    boolean isMember = now.seat(hearing).isPresent();
    if (about.equals(hearing)) {
      // That they are out is no news for somebody who is in by now.
      return isMember ? ofThemselves(now, type, told) : List.of(told);
    }
    Message state =
        switch (type) {
          case "join", "leave" -> present(now, about);
          case "editUserInfo" -> edited(now, about);
          case "screen", "whiteboard", "document", "shareStop" -> Presence.shared(now, about);
          case "documentShare" -> page(now, about, told, at);
          case "editRoomInfo" -> EditRoomInfo.presence(now);
          default -> told;
        };
    return isMember || state.equals(told) ? List.of(state) : List.of();
  }

  private static List<Message> ofThemselves(Room now, String type, Message told) {
    return switch (type) {
      case "permit" -> List.of(Permit.presence(now, Membership.target(now, userId(told))));
      case "leave", "kickOut" -> List.of();
      default -> List.of(told);
    };
  }

  /** A user who has come is described, others are named. */
  private static String userId(Message told) {
    Object user = told.fields().get("user");
    return String.valueOf(user instanceof Map<?, ?> described ? described.get("id") : user);
  }

  /** A page of the document stays until its sharer shows another; few pages are kept. */
  private static Message page(Room now, String sharer, Message told, Instant at) {
    boolean isLatest =
        now.seat(sharer).filter(seat -> !seat.changes().isNewerThan(at, Changes.SHARE)).isPresent();
    Optional<Share> shared = now.share().filter(share -> share.userId().equals(sharer));
    if (isLatest && shared.isPresent()) {
      return told;
    }
    return shared
        .flatMap(Share::img)
        .map(img -> Presence.share("documentShare", now, sharer).with("img", img))
        .orElseGet(() -> Presence.shared(now, sharer));
  }

  /** That a member is there, or not. */
  static Message present(Room now, String userId) {
    return now.present(userId).isPresent()
        ? Presence.join(now, userId)
        : Presence.leave(now, userId);
  }

  /** What shows of a member whom the others know already. */
  private static Message edited(Room now, String userId) {
    return now.present(userId)
        .map(seat -> Presence.edited(now, seat))
        .orElseGet(() -> Presence.leave(now, userId));
  }
}
