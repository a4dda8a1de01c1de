package dev.moim.chat.subscription;

import dev.moim.chat.ChatError;
import dev.moim.chat.message.Author;
import dev.moim.chat.message.ChatMessage;
import dev.moim.chat.message.MessageIds;
import dev.moim.chat.message.Messages;
import dev.moim.chat.room.Admit;
import dev.moim.chat.room.Rooms.Visit;
import dev.moim.chat.subscription.ChatSockets.Claim;
import dev.moim.chat.subscription.ChatSockets.Sending;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.people.PersonIds;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.SentTimes;
import java.time.Instant;
import java.util.Optional;

/** Somebody says something in a room: three requests, however many listen. */
public final class SendMessage implements Operation {

  /** What a client calls a message, so that sending it twice says it once. */
  private static final String CLIENT_ID = "clientId";

  private static final int MAX_CLIENT_ID = 64;

  private final ChatSockets sockets;
  private final Messages messages;
  private final TellRoom tellRoom;
  private final SentTimes times;

  public SendMessage(ChatSockets sockets, Messages messages, TellRoom tellRoom, SentTimes times) {
    this.sockets = sockets;
    this.messages = messages;
    this.tellRoom = tellRoom;
    this.times = times;
  }

  @Override
  public Outcome run(Sender sender, Fields body) {
    long roomId = id(body, "roomId");
    String text = body.text("message", ChatMessage.MAX_LENGTH);
    if (text.isBlank()) {
      throw FieldException.missing("message");
    }
    Optional<String> clientId = body.optionalText(CLIENT_ID, MAX_CLIENT_ID);
    Author author = author(new Claim(sender.connectionId(), claimed(body), roomId));
    Instant at = times.of(sender);
    ChatMessage message = ChatMessage.said(roomId, MessageIds.next(at), author, text, at);
    return switch (messages.add(message, clientId)) {
      case DONE -> Outcome.silent().telling(tellRoom.notices(message));
      case REPEATED -> Outcome.silent();
      case NO_ROOM -> throw new DomainException(ChatError.ROOM_NOT_FOUND);
    };
  }

  private Author author(Claim claim) {
    Sending sending = sockets.sending(claim);
    ChatSocket socket =
        sending
            .socket()
            .filter(ChatSocket::isGreeted)
            .orElseThrow(() -> new DomainException(ChatError.NOT_CONNECTED));
    if (socket.isKnown() && claim.userId() == 0) {
      return author(new Claim(claim.connectionId(), socket.userId(), claim.roomId()));
    }
    if (socket.isKnown() && claim.userId() != socket.userId()) {
      throw new DomainException(ChatError.NOT_SENDER);
    }
    Visit visit = sending.visit();
    Admit.member(visit);
    return visit
        .caller()
        .map(Author::of)
        .orElseThrow(() -> new DomainException(ChatError.NOT_IN_ROOM));
  }

  /** Who the message says has sent it; 0 if it says nothing. */
  private static long claimed(Fields body) {
    return body.raw("userId") == null || "".equals(body.raw("userId")) ? 0 : id(body, "userId");
  }

  /** Clients write ids as numbers and as texts. */
  private static long id(Fields body, String field) {
    long id = PersonIds.parse(String.valueOf(body.requiredRaw(field)));
    if (id == 0) {
      throw FieldException.invalid(field, "an id");
    }
    return id;
  }
}
