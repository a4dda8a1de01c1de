package dev.moim.chat.subscription;

import dev.moim.chat.ChatError;
import dev.moim.chat.message.MessageIds;
import dev.moim.chat.message.Messages.Window;
import dev.moim.chat.room.Admit;
import dev.moim.chat.room.Asked;
import dev.moim.chat.room.Rooms;
import dev.moim.chat.subscription.Topic.OfRoom;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A socket wants to hear of a room, or of its user's notifications. Of a room it is told at once
 * what was said since this was sent, or since the message it saw last.
 */
public final class Subscribe implements Operation {

  /** The header that names the last message a client saw. */
  static final String LAST_SEEN = "last-message-id";

  /** Who missed more reads it in the history. */
  private static final int MAX_MISSED = Window.MAX_SIZE;

  private static final int MAX_ID = 128;

  private final ChatSockets sockets;
  private final Subscriptions subscriptions;
  private final Rooms rooms;
  private final CatchUp catchUp;
  private final BiFunction<String, Boolean, Dialect> dialects;

  /**
   * @param dialects of a subscription's id, and whether its messages are acknowledged
   */
  public Subscribe(
      ChatSockets sockets,
      Subscriptions subscriptions,
      Rooms rooms,
      CatchUp catchUp,
      BiFunction<String, Boolean, Dialect> dialects) {
    this.sockets = sockets;
    this.subscriptions = subscriptions;
    this.rooms = rooms;
    this.catchUp = catchUp;
    this.dialects = dialects;
  }

  @Override
  public Outcome run(Sender sender, Fields headers) {
    ChatSocket socket =
        sockets
            .find(sender.connectionId())
            .filter(ChatSocket::isGreeted)
            .orElseThrow(() -> new DomainException(ChatError.NOT_CONNECTED));
    Topic topic =
        Topic.of(headers.text("destination"), socket.userId())
            .orElseThrow(() -> new DomainException(ChatError.DESTINATION_NOT_FOUND));
    Subscription made = subscription(topic, socket, headers);
    String since = since(sender, headers);
    switch (subscriptions.add(made)) {
      case DONE -> {}
      case NO_ROOM -> throw noRoom(made);
      case NO_MEMBER -> throw new DomainException(ChatError.NOT_IN_ROOM);
      case NO_SOCKET -> throw new DomainException(ChatError.TOO_MANY);
    }
    return topic instanceof OfRoom(long roomId)
        ? Outcome.silent().telling(catchUp.tell(made, roomId, window(roomId, since, headers)))
        : Outcome.silent();
  }

  private DomainException noRoom(Subscription refused) {
    return refused.topic() instanceof OfRoom(long roomId)
        ? Admit.noRoom(rooms.visit(new Asked(refused.userId(), roomId)))
        : new DomainException(ChatError.DESTINATION_NOT_FOUND);
  }

  private Subscription subscription(Topic topic, ChatSocket socket, Fields headers) {
    boolean acknowledged = !headers.optionalText("ack").orElse("auto").equals("auto");
    Dialect dialect = dialects.apply(headers.text("writtenId", MAX_ID), acknowledged);
    boolean catchingUp = topic instanceof OfRoom;
    return new Subscription(
        topic, socket.connectionId(), socket.userId(), dialect, Set.of(), catchingUp);
  }

  private static String since(Sender sender, Fields headers) {
    String last =
        headers.optionalText(LAST_SEEN).orElseGet(() -> MessageIds.from(sender.receivedAt()));
    if (!MessageIds.isOne(last)) {
      throw FieldException.invalid(LAST_SEEN, "the id of a message");
    }
    return last;
  }

  /** What somebody saw last may have been said before the room was made again. */
  private Window window(long roomId, String since, Fields headers) {
    Window all = new Window(since, false, MAX_MISSED);
    return headers.optionalText(LAST_SEEN).isEmpty()
        ? all
        : rooms.find(roomId).map(room -> all.since(room.since())).orElse(all);
  }
}
