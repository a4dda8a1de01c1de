package dev.moim.chat.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.chat.subscription.ChatSocket;
import dev.moim.chat.subscription.Topic;
import dev.moim.chat.subscription.Topic.OfRoom;
import dev.moim.chat.subscription.Topic.OfUser;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keys of the table of chats. Below a room stand its messages, then itself and its tally, so that
 * one query backwards reads all that somebody who enters it sees, and then its subscriptions.
 */
final class Keys {

  static final String ID = "id"; // partition key, S
  static final String ITEM = "item"; // sort key, S

  static final String MESSAGE = "m#";
  static final String AFTER_MESSAGES = "m$";
  static final String ROOM = "room";
  static final String TALLY = "room#tally";
  static final String SEAT = "room#";
  static final String SUBSCRIPTION = "sub#";
  static final String SOCKET = "socket#";

  private Keys() {}

  static String ofRoom(long roomId) {
    return "room#" + roomId;
  }

  static String ofUser(long userId) {
    return "user#" + userId;
  }

  static Map<String, AttributeValue> room(long roomId) {
    return key(ofRoom(roomId), ROOM);
  }

  static Map<String, AttributeValue> tally(long roomId) {
    return key(ofRoom(roomId), TALLY);
  }

  /** Whose place it is in which room. */
  record Sitting(long userId, long roomId) {}

  static Map<String, AttributeValue> seat(Sitting sitting) {
    return key(ofUser(sitting.userId()), SEAT + sitting.roomId());
  }

  /** Where the sockets of somebody are found who is forgotten. */
  static Map<String, AttributeValue> socket(ChatSocket socket) {
    return key(ofUser(socket.userId()), SOCKET + socket.connectionId());
  }

  static Map<String, AttributeValue> event(long roomId, String eventId) {
    return key(ofRoom(roomId), "event#" + eventId);
  }

  /** What somebody's client calls a message. */
  static Map<String, AttributeValue> client(long userId, String clientId) {
    return key(ofUser(userId), "client#" + clientId);
  }

  static String of(Topic topic) {
    return switch (topic) {
      case OfRoom(long roomId) -> ofRoom(roomId);
      case OfUser(long userId) -> ofUser(userId);
    };
  }

  static Map<String, AttributeValue> key(String id, String item) {
    return Map.of(ID, text(id), ITEM, text(item));
  }
}
