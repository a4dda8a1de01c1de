package dev.moim.studies.call.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.mapOf;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.studies.User;
import dev.moim.studies.call.OnlineSocket;
import dev.moim.studies.call.PeerSocket;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The sockets that have a study's page open: one item, so that whoever starts a call reads it with
 * the rest.
 */
public final class OnlineItem {

  public static final String SOCKETS =
      "sockets"; // socket id -> [connection id, user id, name, avatar or "", asked], M

  /** Where an entry has its time. */
  public static final int ASKED = 4;

  /** Key of the index, so that a schedule finds the studies with entries, S. */
  public static final String LISTED = CallItem.OPEN;

  /** What it holds there. */
  public static final String ONLINE = "online";

  private OnlineItem() {}

  public static Map<String, AttributeValue> key(String studyId) {
    return CallKeys.key(studyId, CallKeys.ONLINE);
  }

  public static AttributeValue write(OnlineSocket online) {
    User user = online.user();
    return AttributeValue.fromL(
        List.of(
            text(online.socket().connectionId()),
            text(user.id()),
            text(user.name()),
            CallItem.avatar(user),
            number(online.asked())));
  }

  public static List<OnlineSocket> read(Map<String, AttributeValue> item) {
    return mapOf(item, SOCKETS).entrySet().stream()
        .map(entry -> read(entry.getKey(), entry.getValue().l()))
        .toList();
  }

  private static OnlineSocket read(String socketId, List<AttributeValue> list) {
    User user =
        User.of(list.get(1).s()).named(list.get(2).s()).pictured(CallItem.avatar(list.get(3)));
    // Entries of before have no time.
    long asked = list.size() > ASKED ? Long.parseLong(list.get(ASKED).n()) : 0;
    return new OnlineSocket(new PeerSocket(socketId, list.get(0).s()), user, asked);
  }
}
