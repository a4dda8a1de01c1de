package dev.moim.studies.call.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.mapOf;

import dev.moim.studies.call.Listener;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The sockets that listen to a study: one item, so that whoever starts a call reads it along. */
public final class OnlineItem {

  public static final String SOCKETS =
      "sockets"; // socket id -> [connection id, user id, name, avatar or ""], M

  private OnlineItem() {}

  public static Map<String, AttributeValue> key(String studyId) {
    return CallKeys.key(studyId, "online");
  }

  public static List<Listener> read(Map<String, AttributeValue> item) {
    return mapOf(item, SOCKETS).entrySet().stream()
        .map(socket -> {
          List<AttributeValue> list = socket.getValue().l();
          return new Listener(socket.getKey(), list.get(0).s(), list.get(1).s());
        })
        .toList();
  }
}
