package dev.moim.chat.forget;

import dev.moim.chat.room.Asked;
import dev.moim.chat.subscription.ChatSockets;
import dev.moim.shared.kernel.Sockets;
import java.util.function.Supplier;

/**
 * Forgets somebody whose account is deleted: they hear nothing more, sit in no room and are told
 * nothing, and what they said was said by nobody. It may be repeated as often as need be, wherever
 * the last attempt ended: notes of where something is go after what they lead to.
 */
public final class ForgetPerson {

  private final Memory memory;
  private final ChatSockets chatSockets;
  private final Supplier<Sockets> sockets;

  /**
   * @param sockets asked for only where one is to be closed
   */
  public ForgetPerson(Memory memory, ChatSockets chatSockets, Supplier<Sockets> sockets) {
    this.memory = memory;
    this.chatSockets = chatSockets;
    this.sockets = sockets;
  }

  public void run(long userId) {
    memory.connectionIds(userId).forEach(this::cut);
    memory.roomIds(userId).forEach(roomId -> memory.vacate(new Asked(userId, roomId)));
    memory.forgetName(userId);
    memory.clear(userId);
  }

  private void cut(String connectionId) {
    sockets.get().close(connectionId);
    chatSockets.remove(connectionId);
  }
}
