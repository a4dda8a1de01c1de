package dev.moim.chat.subscription;

import dev.moim.chat.room.Rooms.Visit;
import java.util.Optional;

/** Sockets whose clients have said hello. */
public interface ChatSockets {

  void put(ChatSocket socket);

  /** One request; the answer is the latest. */
  Optional<ChatSocket> find(String connectionId);

  /**
   * Who sends to a room.
   *
   * @param socket empty before its client has said hello
   * @param visit of whoever the message says sends it
   */
  record Sending(Optional<ChatSocket> socket, Visit visit) {}

  /** A socket, and whoever a message over it says that it is from. */
  record Claim(String connectionId, long userId, long roomId) {}

  /** One request; the answer is the latest. */
  Sending sending(Claim claim);

  /** Forgets a socket with all its subscriptions. */
  void remove(String connectionId);
}
