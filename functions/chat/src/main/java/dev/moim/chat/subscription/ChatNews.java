package dev.moim.chat.subscription;

import dev.moim.chat.message.Author;
import dev.moim.chat.message.ChatMessage;
import dev.moim.chat.message.Portraits;
import dev.moim.shared.sockets.Message;

/** Messages of rooms as subscribers read them: the document's five keys, and when. */
public final class ChatNews {

  /** The header by which a client says what it has seen. */
  public static final String ID = "message-id";

  private final Portraits portraits;

  public ChatNews(Portraits portraits) {
    this.portraits = portraits;
  }

  public Message of(ChatMessage message) {
    Author author = message.author();
    return Message.of(new Topic.OfRoom(message.roomId()).destination())
        .with(ID, message.id())
        .with("roomId", message.roomId())
        .with("message", message.shown())
        .with("senderNickname", author.nickname())
        .with("senderId", author.id())
        .with("userProfileImageUrl", portraits.person(author.picture()))
        .with("sentAt", message.sentAt().toString());
  }
}
