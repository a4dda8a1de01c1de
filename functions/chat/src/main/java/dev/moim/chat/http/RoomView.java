package dev.moim.chat.http;

import dev.moim.chat.message.ChatMessage;
import dev.moim.chat.message.Portraits;
import dev.moim.chat.room.Entry;
import dev.moim.chat.room.Room;
import dev.moim.shared.people.Person;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rooms, people and messages as JSON, under the document's names, which it spells in two ways. */
public final class RoomView {

  /** In Seoul, without a zone. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneId.of("Asia/Seoul"));

  private final Portraits portraits;

  public RoomView(Portraits portraits) {
    this.portraits = portraits;
  }

  Map<String, @Nullable Object> room(Entry entry) {
    Room room = entry.room();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    String picture = portraits.meeting(room.picture());
    json.put("roomId", room.id());
    json.put("meetingId", room.id());
    json.put("meetingThumbnail", picture);
    json.put("meetingThumbnailUrl", picture);
    json.put("meetingTitle", room.title());
    json.put("lastMessage", entry.tally().last());
    json.put("hostId", room.hostId());
    json.put("readerId", room.readerIds());
    var unread = entry.unread();
    json.put("unreadMessagesCount", unread.isPresent() ? (Object) unread.getAsLong() : null);
    return json;
  }

  Map<String, @Nullable Object> person(Person person) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("userId", person.id());
    json.put("id", person.id());
    json.put("nickname", person.nickname());
    json.put("profileImageUrl", portraits.person(person.picture()));
    return json;
  }

  Map<String, @Nullable Object> message(ChatMessage message) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    String sentAt = TIME.format(message.sentAt());
    json.put("messageId", message.id());
    json.put("userId", message.author().id());
    json.put("userNickname", message.author().nickname());
    json.put("userProfileImageUrl", portraits.person(message.author().picture()));
    json.put("message", message.shown());
    json.put("createdAt", sentAt);
    json.put("updatedAt", sentAt);
    return json;
  }
}
